package fr.rappel.refresh;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of the watched folder, as it was when it was looked at.
 *
 * @param written when somebody wrote to it last, to the millisecond
 */
record FolderFile(Path path, ImportKind kind, long size, Instant written) {

    private static final String ENDING = ".csv";

    /** What lies there, if it is a file whose name begins with a kind as a word of its own. */
    static Optional<FolderFile> of(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? kind(path)
                        .map(kind -> new FolderFile(
                                path,
                                kind,
                                path.toFile().length(),
                                Instant.ofEpochMilli(path.toFile().lastModified())))
                : Optional.empty();
    }

    String name() {
        return path.getFileName().toString();
    }

    private static Optional<ImportKind> kind(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(ImportKind.values())
                .filter(kind -> name.startsWith(kind.slug()) && name.endsWith(ENDING))
                .filter(kind -> !Character.isLetter(name.codePointAt(kind.slug().length())))
                .findFirst();
    }
}
