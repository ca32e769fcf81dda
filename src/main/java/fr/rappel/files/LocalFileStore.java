package fr.rappel.files;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;
import org.springframework.core.io.InputStreamSource;

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
    public void put(String key, InputStreamSource contents, long size) throws IOException {
        if (!StorageKey.isValid(key)) {
            throw new IllegalArgumentException("Not a storage key");
        }
        Path target = folder.resolve(key);
        Files.createDirectories(target.getParent());
        // Its name is a key too, so that whoever tidies a folder finds it.
        Path part = target.resolveSibling(UUID.randomUUID() + ".part");
        try (InputStream in = contents.getInputStream()) {
            Files.copy(in, part);
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

    @Override
    public List<String> keys(String below, Instant before) throws IOException {
        if (!StorageKey.isValid(below) || !Files.isDirectory(folder.resolve(below))) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                folder.resolve(below),
                Integer.MAX_VALUE,
                (file, facts) -> facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(before))) {
            return files.map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(StorageKey::isValid)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<Path> find(String key) throws IOException {
        Path file = folder.resolve(StorageKey.isValid(key) ? key : ".");
        return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
                ? Optional.of(file)
                : Optional.empty();
    }
}
