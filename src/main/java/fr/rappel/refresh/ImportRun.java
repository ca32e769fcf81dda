package fr.rappel.refresh;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was received and what became of it.
 *
 * @param fileName as its sender called it: text to show, never a path
 * @param fault why the whole file was refused
 * @param faultDetail what the reason names, for instance the missing columns
 * @param nextByte how much of the file has been read
 * @param leftUnchangedSince if the file could not be removed from the watched folder, or set aside there: when somebody last
 *     wrote to it. It is not taken again before somebody does
 * @param startedBy user name of who sent it; null for the watched folder
 */
public record ImportRun(
        long id,
        ImportKind kind,
        ImportSource source,
        String fileName,
        long sizeBytes,
        ImportStatus status,
        @Nullable ImportFault fault,
        @Nullable String faultDetail,
        long nextByte,
        long rowsRead,
        long rowsStored,
        long rowsRefused,
        @Nullable Instant leftUnchangedSince,
        @Nullable String startedBy,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How much has been read, from 0 to 100. */
    public int percent() {
        return status == ImportStatus.DONE || sizeBytes == 0 ? 100 : (int) (100 * nextByte / sizeBytes);
    }
}
