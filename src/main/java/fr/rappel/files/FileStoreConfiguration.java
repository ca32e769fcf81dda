package fr.rappel.files;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** One store: the bucket if one is named, else the folder. */
@Configuration(proxyBeanMethods = false)
class FileStoreConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    @Bean
    FileStore fileStore(FileStoreProperties properties, @Value("${rappel.data}") Path data) {
        String bucket = properties.s3().bucket();
        if (bucket != null && !bucket.isBlank()) {
            return new S3FileStore(client(properties.s3()), bucket);
        }
        Path folder = properties.folder();
        return new LocalFileStore(folder == null ? data.resolve("documents") : folder);
    }

    private static S3Client client(FileStoreProperties.S3 s3) {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ))
                .region(Region.of(s3.region()))
                .credentialsProvider(credentials(s3))
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                // Stores other than Amazon's do not know its newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        URI endpoint = s3.endpoint();
        if (endpoint != null) {
            client.endpointOverride(endpoint).forcePathStyle(true);
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(FileStoreProperties.S3 s3) {
        String key = s3.accessKey();
        String secret = s3.secretKey();
        return key == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }
}
