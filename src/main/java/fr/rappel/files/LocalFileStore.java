package fr.rappel.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.io.input.BoundedInputStream;

/** Contents as files of one folder. Links that lead out of it lead to nothing. */
final class LocalFileStore implements FileStore {

    private final Path folder;

    LocalFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public OptionalLong size(String key) throws IOException {
        Optional<Path> file = find(key);
        return file.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Files.size(file.get()));
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(find(key).orElseThrow(() -> new NoSuchFileException(key)));
        channel.position(from);
        return BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(channel))
                .setMaxCount(length)
                .get();
    }

    @Override
    public void put(String key, byte[] contents) throws IOException {
        if (!StorageKey.isValid(key)) {
            throw new IllegalArgumentException("Not a storage key");
        }
        Path target = folder.resolve(key);
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling("." + UUID.randomUUID());
        try {
            Files.write(part, contents);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Optional<Path> file = find(key);
        if (file.isPresent()) {
            Files.delete(file.get());
        }
    }

    private Optional<Path> find(String key) throws IOException {
        Path file = folder.resolve(StorageKey.isValid(key) ? key : ".");
        return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
                ? Optional.of(file)
                : Optional.empty();
    }
}
