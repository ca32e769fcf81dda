package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.rappel.shared.FieldError;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class CallbackIntakeTest {

    @Autowired
    private CallbackIntake intake;

    @Autowired
    private PrivacyNotices notices;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private CallbackFollowUp followUp;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void tuesdayMorning() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @Test
    void storesWhatTheVisitorSaidInOneWriting() {
        var receipt = intake.submit(Submissions.valid(), Submissions.keyed(null));

        var sheet = Person.agent("amelie").get(() -> sheets.open(receipt.reference()));
        assertThat(sheet.row().siret()).isEqualTo("55208131766522");
        assertThat(sheet.row().phone()).isEqualTo("+33612345678");
        assertThat(sheet.row().status()).isEqualTo(CallbackStatus.WAITING);
        assertThat(sheet.message()).isEqualTo(Submissions.MESSAGE);
        assertThat(sheet.channel()).isEqualTo(Channel.API);
        assertThat(sheet.timeline()).extracting(TimelineEntry::kind).containsExactly(FactKind.RECEIVED);
    }

    @Test
    void promisesEightOpenHours() {
        // Tuesday 10:00 to 12:30 and 13:30 to 17:00 are six hours; the other two end on Wednesday at 11:00.
        var receipt = intake.submit(Submissions.valid(), Submissions.keyed(null));
        assertThat(receipt.receivedAt()).isEqualTo(TestClock.OPEN_TUESDAY);
        assertThat(receipt.dueAt()).isEqualTo("2026-03-04T10:00:00Z");
    }

    @Test
    void givesReferencesThatCanBeSaidAndDoNotFollowEachOther() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            references.add(
                    intake.submit(Submissions.valid(), Submissions.keyed(null)).reference());
        }
        assertThat(references).doesNotHaveDuplicates().allMatch(reference -> reference.matches("[2-9A-Y]{8}"));
        assertThat(references).isNotEqualTo(references.stream().sorted().toList());
    }

    @Test
    void keepsWhichNoticeWasAcceptedAndWhen() {
        var reference =
                intake.submit(Submissions.valid(), Submissions.keyed(null)).reference();
        assertThat(data.column(reference, "notice_version"))
                .isEqualTo(notices.current().version());
        assertThat(data.column(reference, "notice_hash"))
                .isEqualTo(notices.current().hash());
        assertThat(data.column(reference, "consented_at")).isEqualTo(data.column(reference, "received_at"));
    }

    @Test
    void storesNothingWithoutConsent() {
        var said = Submissions.valid();
        var silent = new SubmitCallback(
                said.firstName(),
                said.lastName(),
                said.email(),
                said.siret(),
                said.region(),
                said.sector(),
                said.phone(),
                said.companySize(),
                said.topic(),
                said.message(),
                false);
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> intake.submit(silent, Submissions.keyed(null)))
                .satisfies(refused -> assertThat(FieldError.from(refused.getConstraintViolations()))
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(tuple("consent", "CONSENT_REQUIRED")));
        assertThat(data.count("callback_request")).isZero();
    }

    @Test
    void refusesEveryWrongFieldAtOnce() {
        var nothing = new SubmitCallback("", "\u3164", "", "", "", "", "", "", "", "", false);
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> intake.submit(nothing, Submissions.keyed(null)))
                .satisfies(refused -> assertThat(FieldError.from(refused.getConstraintViolations()))
                        .extracting(FieldError::field)
                        .containsExactly(
                                "firstName",
                                "lastName",
                                "email",
                                "siret",
                                "region",
                                "sector",
                                "phone",
                                "companySize",
                                "topic",
                                "message",
                                "consent"));
    }

    @Test
    void storesTheSameSubmissionOnce() {
        var first = intake.submit(Submissions.valid(), Submissions.keyed("cle-1"));
        clock.advance(Duration.ofMinutes(5));
        var second = intake.submit(Submissions.valid(), Submissions.keyed("cle-1"));

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.receivedAt()).isEqualTo(first.receivedAt());
        assertThat(data.count("callback_request")).isEqualTo(1);
        assertThat(data.count("callback_fact")).isEqualTo(1);
    }

    @Test
    void knowsTheSameSubmissionInAnotherWriting() {
        var first = intake.submit(Submissions.valid(), Submissions.keyed("cle-2"));
        var second = intake.submit(Submissions.callingAt("+33 6 12 34 56 78"), Submissions.keyed("cle-2"));
        assertThat(second.reference()).isEqualTo(first.reference());
    }

    @Test
    void refusesAKeyThatCameWithOtherContents() {
        intake.submit(Submissions.valid(), Submissions.keyed("cle-3"));
        assertThatThrownBy(() -> intake.submit(
                        Submissions.saying("Une tout autre question, sur une facture."), Submissions.keyed("cle-3")))
                .isInstanceOf(SubmissionKeyReused.class);
        // Answering "stored" would be wrong: the number to call is not the one we have.
        assertThatThrownBy(() -> intake.submit(Submissions.callingAt("06 12 34 56 79"), Submissions.keyed("cle-3")))
                .isInstanceOf(SubmissionKeyReused.class);
        assertThat(data.count("callback_request")).isEqualTo(1);
    }

    @Test
    void knowsTheSameSubmissionAfterACorrection() {
        var first = intake.submit(Submissions.valid(), Submissions.keyed("cle-5"));
        followUp.correctEmail(first.reference(), new EmailCorrection("elodie.etienne@exemple.fr"));
        followUp.correctPhone(first.reference(), new PhoneCorrection("06 12 34 56 79"));
        var second = intake.submit(Submissions.valid(), Submissions.keyed("cle-5"));

        assertThat(second.replayed()).isTrue();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(data.count("callback_request")).isEqualTo(1);
        assertThat(data.count("callback_fact where kind = 'RECEIVED'")).isEqualTo(1);
        assertThat(data.column(first.reference(), "phone"))
                .as("what was corrected stays")
                .isEqualTo("+33612345679");
        assertThatThrownBy(() -> intake.submit(Submissions.callingAt("06 12 34 56 79"), Submissions.keyed("cle-5")))
                .as("what the request says now was never sent under that key")
                .isInstanceOf(SubmissionKeyReused.class);
    }

    @Test
    void knowsSubmissionsFromBeforeTheirDigestWasKept() {
        var first = intake.submit(Submissions.valid(), Submissions.keyed("cle-6"));
        jdbc.sql("update callback_request set submission_digest = null").update();
        assertThat(intake.submit(Submissions.valid(), Submissions.keyed("cle-6"))
                        .reference())
                .isEqualTo(first.reference());
        assertThatThrownBy(() -> intake.submit(
                        Submissions.saying("Une tout autre question, sur une facture."), Submissions.keyed("cle-6")))
                .isInstanceOf(SubmissionKeyReused.class);
    }

    @Test
    void keepsNoDigestByWhichEqualSubmissionsAreFound() {
        intake.submit(Submissions.valid(), Submissions.keyed("cle-7"));
        intake.submit(Submissions.valid(), Submissions.keyed("cle-8"));
        assertThat(jdbc.sql("select distinct submission_digest from callback_request")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void storesOneOfManyAtTheSameMomentAndLogsNothingOfThem(CapturedOutput log) throws Exception {
        int senders = 8;
        var together = new CyclicBarrier(senders);
        List<Callable<Receipt>> tasks = Collections.nCopies(senders, () -> {
            together.await();
            return intake.submit(Submissions.valid(), Submissions.keyed("cle-4"));
        });
        List<Receipt> receipts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(senders)) {
            for (var future : threads.invokeAll(tasks)) {
                receipts.add(future.get());
            }
        }
        assertThat(receipts)
                .extracting(Receipt::reference)
                .containsOnly(receipts.getFirst().reference());
        assertThat(receipts).filteredOn(receipt -> !receipt.replayed()).hasSize(1);
        assertThat(log.getAll()).doesNotContain("elodie@exemple.fr", "serveur", "33612345678");
        assertThat(data.count("callback_request")).isEqualTo(1);
        assertThat(data.count("callback_fact")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"false, PT2.999S, REVIEW", "false, PT3S, WAITING", "true, PT60S, REVIEW"})
    void setsAsideWhatLooksLikeARobot(boolean trapFilled, Duration fillTime, CallbackStatus expected) {
        var receipt = intake.submit(Submissions.valid(), Submissions.form(trapFilled, fillTime));
        assertThat(data.column(receipt.reference(), "status")).isEqualTo(expected.name());
    }

    @Test
    void refusesTheTwentyFirstOfAnAddressAndNobodyElse() {
        var address = Submissions.address();
        for (int i = 0; i < 20; i++) {
            intake.submit(Submissions.valid(), Submission.api("limit-" + i, address));
        }
        assertThatExceptionOfType(TooManySubmissions.class)
                .isThrownBy(() -> intake.submit(Submissions.valid(), Submission.api(null, address)))
                .satisfies(refused ->
                        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(3)));
        assertThat(intake.submit(Submissions.valid(), Submission.api("limit-1", address))
                        .replayed())
                .as("asking again what became of a submission is not a new one")
                .isTrue();
        assertThat(intake.submit(Submissions.valid(), Submissions.keyed(null)).replayed())
                .isFalse();
        assertThat(data.count("callback_request")).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> et <img src=x onerror=alert(1)>",
                "'; DROP TABLE callback_request;-- \\' %27",
                "${jndi:ldap://x} #{T(java.lang.Runtime)} {{7*7}}",
                "Famille 👨‍👩‍👧‍👦 et lettre 𝒜, dossier n° 12"
            })
    void keepsTextAsText(String message) {
        var reference = intake.submit(Submissions.saying(message), Submissions.keyed(null))
                .reference();
        assertThat(Person.agent("amelie").get(() -> sheets.open(reference)).message())
                .isEqualTo(message);
    }

    @Test
    void neverLetsANulOrHalfALetterReachTheDatabase() {
        var reference = intake.submit(
                        Submissions.saying("Un zéro\0 et une moitié \ud83d de lettre, rien de plus."),
                        Submissions.keyed("cle\0"))
                .reference();
        assertThat(data.column(reference, "message")).isEqualTo("Un zéro et une moitié  de lettre, rien de plus.");
    }

    @Test
    void promisesEightOpenHoursAfterTheWeekend() {
        clock.setParis("2026-03-07T11:00");
        assertThat(intake.submit(Submissions.valid(), Submissions.keyed(null)).dueAt())
                .isEqualTo("2026-03-10T09:00:00Z");
    }
}
