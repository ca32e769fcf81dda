package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.shared.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Whoever asked for a file learns on every node, once, that it is there. The application is one node; objects of its own are another. */
class ExportNewsTest extends WithExports {

    @Autowired
    private ExportLog log;

    @Autowired
    private ExportNames names;

    @Autowired
    private ConfigurableApplicationContext application;

    private final List<Announcement> here = new CopyOnWriteArrayList<>();
    private final List<Announcement> there = new CopyOnWriteArrayList<>();
    private final ApplicationListener<?> listener = new ApplicationListener<PayloadApplicationEvent<Announcement>>() {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<Announcement> event) {
            here.add(event.getPayload());
        }
    };
    private ExportNews otherNode;

    @BeforeEach
    void twoNodes() {
        application.addApplicationListener(listener);
        otherNode = anotherNode();
        otherNode.look();
        received(Instant.parse("2026-03-02T09:00:00Z"), Map.of());
    }

    @AfterEach
    void leave() {
        application.removeApplicationListener(listener);
    }

    @Test
    void isToldOnceOnTheNodeThatWroteTheFileAndOnTheOther() {
        written(ExportContents.DAYS, ExportFormat.CSV, Dimension.ALL);
        Announcement news = new Announcement(
                "claire",
                "statistics.ExportsView.news.DONE",
                names.of(latest()),
                "console/exports",
                "statistics.StatisticsView.exports");
        assertThat(here).as("at once").containsExactly(news);
        assertThat(there).isEmpty();
        otherNode.look();
        assertThat(there).containsExactly(news);
        for (int second = 0; second < 180; second += 2) {
            clock.advance(Duration.ofSeconds(2));
            otherNode.look();
        }
        assertThat(there).hasSize(1);
        assertThat(here).hasSize(1);
    }

    @Test
    void isToldOfEachFileWrittenElsewhereWhicheverFinishesFirst() {
        long first = request(ExportContents.DAYS, ExportFormat.CSV, receivedBy(Dimension.ALL));
        long second = request(ExportContents.HOURS, ExportFormat.CSV, receivedBy(Dimension.ALL));
        log.claimNext("one");
        log.claimNext("two");
        otherNode.look();
        log.end(second, "two", ExportStatus.DONE, 1);
        otherNode.look();
        clock.advance(Duration.ofMinutes(5));
        otherNode.look();
        // Its clock is behind ours.
        clock.advance(Duration.ofSeconds(-40));
        log.end(first, "one", ExportStatus.FAILED, 0);
        clock.advance(Duration.ofSeconds(42));
        otherNode.look();
        assertThat(there)
                .extracting(Announcement::key)
                .containsExactly("statistics.ExportsView.news.DONE", "statistics.ExportsView.news.FAILED");
    }

    @Test
    void isNoNewsForANodeThatBeginsLater() {
        written(ExportContents.DAYS, ExportFormat.CSV, Dimension.ALL);
        ExportNews latecomer = anotherNode();
        latecomer.look();
        clock.advance(Duration.ofSeconds(2));
        latecomer.look();
        assertThat(there).isEmpty();
    }

    private ExportNews anotherNode() {
        return new ExportNews(log, names, event -> there.add((Announcement) event), clock);
    }

    private Export latest() {
        return claire.get(() -> exports.page(null)).exports().getFirst();
    }
}
