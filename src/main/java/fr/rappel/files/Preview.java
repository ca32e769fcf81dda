package fr.rappel.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Whether a browser may show contents in a page of ours: PDF, PNG and JPEG, of which it runs nothing. An image may not claim more
 * pixels than a browser can hold; a few bytes can claim billions.
 */
public final class Preview {

    /** As many as the sharpest telephones take; drawn, they are 200 MB. */
    private static final long MOST_PIXELS = 50_000_000;

    /** A photograph says its size after what the camera wrote about it. */
    private static final int WHERE_SIZE_IS_SAID = 256 * 1024;

    private Preview() {}

    /**
     * @param mediaType of the contents, as {@link ContentType} tells it
     * @throws java.nio.file.NoSuchFileException if there is nothing of that key
     */
    public static boolean isAllowed(FileStore store, String key, String mediaType) throws IOException {
        if (!mediaType.startsWith("image/")) {
            return ContentType.isShown(mediaType);
        }
        return ContentType.isShown(mediaType) && isOfBearableSize(store, key, mediaType);
    }

    /** Reads the head only; nothing is decoded. */
    private static boolean isOfBearableSize(FileStore store, String key, String mediaType) throws IOException {
        long size = store.size(key).orElse(0);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        try (InputStream head = store.open(key, 0, Math.min(size, WHERE_SIZE_IS_SAID))) {
            byte[] bytes = head.readNBytes(WHERE_SIZE_IS_SAID);
            return readers.hasNext() && isOfBearableSize(bytes, readers.next());
        }
    }

    private static boolean isOfBearableSize(byte[] head, ImageReader reader) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(head))) {
            reader.setInput(in, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
        } catch (IOException | RuntimeException unreadable) {
            // What does not say its size is broken, or made to break its reader.
            return false;
        } finally {
            reader.dispose();
        }
    }
}
