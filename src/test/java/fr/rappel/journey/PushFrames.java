package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What a push channel says, until it is closed. */
final class PushFrames implements WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final StringBuffer heard = new StringBuffer();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public CompletionStage<?> onText(WebSocket channel, CharSequence data, boolean last) {
        heard.append(data);
        channel.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket channel, int code, String reason) {
        ended.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket channel, Throwable error) {
        ended.countDown();
    }

    String heard() {
        return heard.toString();
    }

    void await(String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> heard().contains(text));
    }

    void awaitEnd() throws InterruptedException {
        assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("closed")
                .isTrue();
    }
}
