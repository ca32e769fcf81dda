package fr.rappel.refresh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The first bytes of what people send in place of a CSV file. */
final class FileSignature {

    private static final List<String> NO_TEXT = List.of(
            "PK\u0003\u0004", // ZIP, and the spreadsheets made of it
            "PK\u0005\u0006", // empty ZIP
            "\u001F\u008B", // gzip
            "BZh",
            "7z\u00BC\u00AF",
            "Rar!",
            "\u00FD7zXZ",
            "(\u00B5/\u00FD", // zstd
            "\u00D0\u00CF\u0011\u00E0", // spreadsheets before 2007
            "%PDF",
            "\u00FF\u00FE", // UTF-16
            "\u00FE\u00FF");

    private FileSignature() {}

    static void refuseWhatIsNoText(FileChannel file) throws IOException, FileRefused {
        ByteBuffer start = ByteBuffer.allocate(8);
        file.read(start, 0);
        String text = new String(start.array(), 0, start.position(), StandardCharsets.ISO_8859_1);
        if (NO_TEXT.stream().anyMatch(text::startsWith)) {
            throw new FileRefused(ImportFault.NOT_CSV, null);
        }
    }
}
