package fr.rappel.files;

import java.net.URI;
import java.util.List;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;

/** An S3 in memory that others wrote: it checks the signature of each request, and lists two keys at a time. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "letters";
    static final String ACCESS_KEY = "key";
    static final String SECRET_KEY = "secret";

    private final BlobStoreContext memory = ContextBuilder.newBuilder(new TransientNio2BlobProviderMetadata())
            .credentials(ACCESS_KEY, SECRET_KEY)
            .build(BlobStoreContext.class);
    private final BlobStore blobs = memory.getBlobStore();
    private final S3Proxy server = S3Proxy.builder()
            .blobStore(new TwoAtATime(blobs))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();

    S3Server() throws Exception {
        blobs.createContainerInLocation(null, BUCKET);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    void clear() {
        blobs.clearContainer(BUCKET);
    }

    List<String> keys() {
        return blobs.list(BUCKET, ListContainerOptions.Builder.recursive()).stream()
                .map(StorageMetadata::getName)
                .toList();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        memory.close();
    }

    private static final class TwoAtATime extends ForwardingBlobStore {

        TwoAtATime(BlobStore all) {
            super(all);
        }

        @Override
        public PageSet<? extends StorageMetadata> list(String container, ListContainerOptions options) {
            return super.list(container, options.maxResults(2));
        }
    }
}
