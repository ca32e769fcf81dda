package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.dossier.Refreshed;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class LiveCopyTest {

    private static final String COMPANY = """
            {"companies": [{"siret": "09990000300015", "raison_sociale": "%s", "etat_entreprise": "A", "siege": "oui",
              "etat_etablissement": "A", "added_later": "ignored"}],
             "dossiers": [{"numero": "D-1", "type": "PRO_A", "siret_employeur": "09990000300015", "beneficiaire": "Zoé",
              "statut": "ENGAGE", "statut_le": "2026-03-01", "motif_refus": null}]}""";

    private static final int MAX_SIZE = 64 * 1024;

    private static final SourceStub SOURCE = new SourceStub();

    @Autowired
    private LiveCopy live;

    @Autowired
    private CircuitBreaker breaker;

    @Autowired
    private ObjectProvider<LiveSource> source;

    @Autowired
    private ImportFormats formats;

    @Autowired
    private CopyWriter copy;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void source(DynamicPropertyRegistry properties) {
        properties.add("rappel.dossier.source.url", SOURCE::url);
        properties.add("rappel.dossier.source.timeout", () -> "3s");
        properties.add("rappel.dossier.source.max-size", () -> MAX_SIZE + "B");
        properties.add("rappel.dossier.source.failures", () -> "3");
    }

    @AfterAll
    static void stop() {
        SOURCE.stop();
    }

    @BeforeEach
    void well() {
        new CopyTables(jdbc).clear();
        breaker.reset();
        SOURCE.calls();
    }

    @Test
    void storesWhatTheSourceSaysAsOftenAsItIsAsked() {
        for (String name : new String[] {"Avant", "Après"}) {
            SOURCE.answers(200, COMPANY.formatted(name));
            assertThat(refresh()).isEqualTo(Refreshed.DONE);
            assertThat(jdbc.sql("select name from dossier_company")
                            .query(String.class)
                            .single())
                    .isEqualTo(name);
        }
        assertThat(jdbc.sql("select status from dossier_dossier")
                        .query(String.class)
                        .single())
                .isEqualTo("ACCORDE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "<html>",
                "{\"companies\": 5}",
                "{\"companies\": [null]}",
                "{\"companies\": [{\"siret\": \"1\"}]}"
            })
    void storesNothingOfAnAnswerThatCannotBeRead(String body) {
        SOURCE.answers(200, body);
        assertThat(refresh()).isEqualTo(Refreshed.MALFORMED);
        assertThat(jdbc.sql("select count(*) from dossier_company")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void storesAllOrNothing() {
        SOURCE.answers(200, COMPANY.formatted("A").replace("PRO_A", "PRO_B"));
        assertThat(refresh()).isEqualTo(Refreshed.MALFORMED);
        assertThat(jdbc.sql("select count(*) from dossier_company")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void triesOnceMoreWhenAnImportWritesTheSameRows() {
        SOURCE.answers(200, COMPANY.formatted("A"));
        assertThat(refresh(hindered(1))).isEqualTo(Refreshed.DONE);
        assertThat(refresh(hindered(2))).isEqualTo(Refreshed.UNAVAILABLE);
    }

    /** One whose first transactions meet another's. */
    private LiveCopy hindered(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new LiveCopy(source, breaker, formats, copy, new TransactionTemplate(transactions) {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                if (left.getAndDecrement() > 0) {
                    throw new CannotAcquireLockException("deadlock");
                }
                return super.execute(action);
            }
        });
    }

    @Test
    void waitsNoLongerThanTheTimeout() {
        SOURCE.answers(0, "");
        long start = System.nanoTime();
        assertThat(refresh()).isEqualTo(Refreshed.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    @Test
    void waitsNoLongerForTheEndOfAnAnswerThanForItsBeginning() throws InterruptedException {
        SOURCE.answersForEver(200, Duration.ofMillis(500));
        long start = System.nanoTime();
        assertThat(refresh()).isEqualTo(Refreshed.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        assertThat(SOURCE.wasHungUpOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500})
    void endsAnAnswerWithoutEndAndLeavesItsSourceAlone(int status) throws InterruptedException {
        SOURCE.answersForEver(status, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            assertThat(refresh()).isEqualTo(Refreshed.UNAVAILABLE);
            assertThat(SOURCE.wasHungUpOn()).isTrue();
        }
        assertThat(refresh()).isEqualTo(Refreshed.LEFT_ALONE);
    }

    @Test
    void readsAnswersUpToTheLimitOnly() {
        String answer = COMPANY.formatted("A");
        int length = answer.getBytes(StandardCharsets.UTF_8).length;
        SOURCE.answers(200, answer + " ".repeat(MAX_SIZE - length + 1));
        assertThat(refresh()).isEqualTo(Refreshed.UNAVAILABLE);
        SOURCE.answers(200, answer + " ".repeat(MAX_SIZE - length));
        assertThat(refresh()).isEqualTo(Refreshed.DONE);
    }

    @Test
    void leavesAFailingSourceAloneAndComesBack() {
        SOURCE.answers(500, "{}");
        for (int i = 0; i < 10; i++) {
            assertThat(refresh()).isEqualTo(i < 3 ? Refreshed.UNAVAILABLE : Refreshed.LEFT_ALONE);
        }
        assertThat(SOURCE.calls()).isEqualTo(3);

        SOURCE.answers(200, COMPANY.formatted("A"));
        assertThat(refresh()).as("still left alone").isEqualTo(Refreshed.LEFT_ALONE);
        clock.advance(Duration.ofSeconds(31));
        assertThat(refresh()).isEqualTo(Refreshed.DONE);
    }

    @Test
    void notKnowingIsAnAnswer() {
        SOURCE.answers(404, "{}");
        for (int i = 0; i < 10; i++) {
            assertThat(Person.agent("amelie").get(() -> live.dossier("D-404"))).isEqualTo(Refreshed.UNKNOWN);
        }
        assertThat(SOURCE.calls()).isEqualTo(10);
    }

    private Refreshed refresh() {
        return refresh(live);
    }

    private static Refreshed refresh(LiveCopy copy) {
        return Person.agent("amelie").get(() -> copy.company("099900003"));
    }
}
