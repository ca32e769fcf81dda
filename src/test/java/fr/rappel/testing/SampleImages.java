package fr.rappel.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Images of which there is little more than the head, of any size one likes to claim. */
public final class SampleImages {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

    private SampleImages() {}

    public static byte[] png(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(PNG);
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(out, "IHDR", head);
        // Nothing but the beginning of compressed pixels: who reads only the size never comes so far.
        chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9C, 0x03, 0, 0, 0, 0, 1});
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** The head of a photograph: JFIF, the size, and where the pixels would begin. */
    public static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(55)
                .put(new byte[] {
                    (byte) 0xFF,
                    (byte) 0xD8,
                    (byte) 0xFF,
                    (byte) 0xE0,
                    0,
                    16,
                    'J',
                    'F',
                    'I',
                    'F',
                    0,
                    1,
                    1,
                    0,
                    0,
                    1,
                    0,
                    1,
                    0,
                    0
                })
                .put(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, 17, 8})
                .putShort((short) height)
                .putShort((short) width)
                .put(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0})
                .put(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0})
                .put(new byte[] {(byte) 0xFF, (byte) 0xD9})
                .array();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var check = new CRC32();
        check.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
