package fr.rappel.refresh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.unit.DataSize;

/** An answer of the live source that was read to its end before anything understands it. */
record WholeAnswer(ClientHttpResponse answer, byte[] bytes) implements ClientHttpResponse {

    /** One that is still going on beyond the limit, be it of a refusal, is cut as if there were none. */
    static ClientHttpRequestInterceptor upTo(DataSize limit) {
        int most = Math.toIntExact(limit.toBytes());
        return (request, body, execution) -> {
            ClientHttpResponse answer = execution.execute(request, body);
            // Closing the body hangs up; closing the answer would wait for the rest of it.
            try (InputStream in = answer.getBody()) {
                byte[] bytes = in.readNBytes(most);
                if (in.read() >= 0) {
                    throw new TooLarge();
                }
                return new WholeAnswer(answer, bytes);
            }
        };
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
        // Was closed when it had been read.
    }

    static final class TooLarge extends IOException {}
}
