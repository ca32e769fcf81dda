package fr.rappel.files;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the contents of documents are.
 *
 * @param folder folder of the local store; {@code documents} in the data folder if it is not set
 * @param s3 store to use in place of the folder, once a bucket is named
 */
@ConfigurationProperties("rappel.files")
record FileStoreProperties(
        @Nullable Path folder, @DefaultValue S3 s3) {

    /**
     * @param endpoint address of a store that is not Amazon's
     * @param accessKey with {@code secretKey}; otherwise the environment, as Amazon's tools read it
     */
    record S3(
            @Nullable String bucket,
            @Nullable URI endpoint,
            @DefaultValue("eu-west-3") String region,
            @Nullable String accessKey,
            @Nullable String secretKey) {

        @Override
        public String toString() {
            return "S3[bucket=" + bucket + ", endpoint=" + endpoint + "]";
        }
    }
}
