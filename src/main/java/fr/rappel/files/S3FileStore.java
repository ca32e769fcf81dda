package fr.rappel.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.MediaType;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Contents as objects of one bucket of a store that speaks S3. */
final class S3FileStore implements FileStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;

    S3FileStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public OptionalLong size(String key) throws IOException {
        if (!StorageKey.isValid(key)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    client.headObject(request -> request.bucket(bucket).key(key))
                            .contentLength());
        } catch (NoSuchKeyException e) {
            requireBucket();
            return OptionalLong.empty();
        } catch (SdkException e) {
            throw new IOException("The file store does not answer", e);
        }
    }

    /** Asked for the size of a file, a bucket that is not there answers like a file that is not there. */
    private void requireBucket() throws IOException {
        try {
            client.headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw new IOException("The file store does not answer", e);
        }
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        if (!StorageKey.isValid(key)) {
            throw new NoSuchFileException(key);
        }
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        try {
            String range = "bytes=" + from + "-" + (from + length - 1);
            return client.getObject(request -> request.bucket(bucket).key(key).range(range));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            throw new IOException("The file store does not answer", e);
        }
    }

    @Override
    public void put(String key, InputStreamSource contents, long size) throws IOException {
        if (!StorageKey.isValid(key)) {
            throw new IllegalArgumentException("Not a storage key");
        }
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key),
                    RequestBody.fromContentProvider(
                            () -> open(contents), size, MediaType.APPLICATION_OCTET_STREAM_VALUE));
        } catch (SdkException e) {
            throw new IOException("The file store does not answer", e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        if (StorageKey.isValid(key)) {
            try {
                client.deleteObject(request -> request.bucket(bucket).key(key));
            } catch (SdkException e) {
                throw new IOException("The file store does not answer", e);
            }
        }
    }

    @Override
    public List<String> keys(String folder, Instant before) throws IOException {
        if (!StorageKey.isValid(folder)) {
            return List.of();
        }
        try {
            return client
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder + "/"))
                    .contents()
                    .stream()
                    .filter(object -> object.lastModified().isBefore(before))
                    .map(S3Object::key)
                    .filter(StorageKey::isValid)
                    .toList();
        } catch (SdkException e) {
            throw new IOException("The file store does not answer", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static InputStream open(InputStreamSource contents) {
        try {
            return contents.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
