package fr.rappel.refresh;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 from Windows-1252 while a file passes by. Accented letters written in one are no text in the other, so
 * whichever explains more of the file is right; the few bytes it cannot explain are refused with their line.
 */
final class TextEncoding {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int CHUNK = 8192;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private long understood;
    private long malformed;

    void add(byte[] chunk, int length) {
        for (int from = 0; from < length; ) {
            int count = Math.min(bytes.remaining(), length - from);
            bytes.put(chunk, from, count);
            from += count;
            count();
        }
    }

    Charset charset() {
        boolean utf8 = malformed + bytes.position() == 0 || understood > malformed;
        return utf8 ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private void count() {
        bytes.flip();
        CoderResult result;
        do {
            result = decoder.decode(bytes, chars, false);
            understood += chars.flip().chars().filter(c -> c > 0x7F).count();
            chars.clear();
            if (result.isMalformed()) {
                malformed++;
                bytes.position(bytes.position() + result.length());
            }
        } while (!result.isUnderflow());
        bytes.compact();
    }
}
