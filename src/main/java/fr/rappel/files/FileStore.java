package fr.rappel.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.core.io.InputStreamSource;

/**
 * Where the contents of files are kept. Keys have the form of {@link StorageKey}; any other names nothing. What a
 * file is called by people never becomes a key.
 */
public interface FileStore {

    /** How many bytes are there; empty if there is nothing of that key. */
    OptionalLong size(String key) throws IOException;

    /**
     * Opens a part.
     *
     * @param from first byte, within the size
     * @param length most bytes to read
     * @throws java.nio.file.NoSuchFileException if there is nothing of that key
     */
    InputStream open(String key, long from, long length) throws IOException;

    /**
     * Keeps contents, in place of those that were there.
     *
     * @throws IllegalArgumentException if the key does not have the form
     */
    default void put(String key, byte[] contents) throws IOException {
        put(key, () -> new ByteArrayInputStream(contents), contents.length);
    }

    /**
     * Keeps contents, in place of those that were there, without holding them in memory.
     *
     * @param contents may be opened more than once
     * @param size of the contents, in bytes
     * @throws IllegalArgumentException if the key does not have the form
     */
    void put(String key, InputStreamSource contents, long size) throws IOException;

    /** Removes what is kept there, if anything is. */
    void delete(String key) throws IOException;

    /**
     * Keys of what was put into a folder, or below it, before that moment; also what a killed process left half written.
     *
     * @param folder what the keys begin with, without the slash after it
     */
    List<String> keys(String folder, Instant before) throws IOException;
}
