package fr.rappel.dossier;

import fr.rappel.files.FileStore;
import java.io.IOException;
import java.io.InputStream;

/** The contents of one document, given to somebody whose reading is recorded. */
public final class DocumentFile {

    private final String name;
    private final String mediaType;
    private final String key;
    private final long size;
    private final boolean shown;
    private final FileStore store;

    DocumentFile(String name, String mediaType, String key, long size, boolean shown, FileStore store) {
        this.name = name;
        this.mediaType = mediaType;
        this.key = key;
        this.size = size;
        this.shown = shown;
        this.store = store;
    }

    /** As its sender called it: text to show, never a path. */
    public String name() {
        return name;
    }

    /** What the contents are by their first bytes, whatever the name says. */
    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Whether it may be shown in a page of ours; everything else is only downloaded. */
    public boolean isShown() {
        return shown;
    }

    /**
     * Opens a part.
     *
     * @param from first byte, within the size
     * @param length most bytes to read
     * @throws IOException if the store does not answer
     */
    public InputStream open(long from, long length) throws IOException {
        return store.open(key, from, length);
    }
}
