package fr.rappel.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

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
    void put(String key, byte[] contents) throws IOException;

    /** Removes what is kept there, if anything is. */
    void delete(String key) throws IOException;
}
