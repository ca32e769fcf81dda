package fr.rappel.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.callback.AddMessage;
import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.EmailCorrection;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.callback.TimelineEntry;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which links work: the right one of an existing request, in its time, until it is taken back. */
@DatabaseTest
class FollowUpLinksTest {

    private static final Person AMELIE = Person.agent("amelie");
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    private FollowUpLinks links;

    @Autowired
    private FollowUp followUp;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String address;
    private String reference;
    private String link;

    @BeforeEach
    void oneRequest() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(AMELIE);
        address = "10.98.0." + ADDRESSES.incrementAndGet();
        reference = data.waiting(clock.instant());
        link = token(reference);
    }

    @Test
    void leadsToItsRequestAndIsTheSameEachTime() {
        assertThat(open(link).state().reference()).isEqualTo(reference);
        assertThat(token(reference)).isEqualTo(link);
        assertThat(links.of(reference)).isEqualTo(URI.create("http://localhost:8080/suivi/" + link));
        assertThat(token(data.waiting(clock.instant()))).doesNotContain(link.substring(11));
    }

    @Test
    void refusesWhatIsChanged() {
        for (int i = 0; i < link.length(); i += 3) {
            String forged = link.substring(0, i) + (link.charAt(i) == 'A' ? 'C' : 'A') + link.substring(i + 1);
            String somebody = "10.97." + i + ".1";
            assertThatThrownBy(() -> followUp.open(forged, somebody))
                    .as("position %s", i)
                    .isInstanceOf(LinkRefused.class);
        }
    }

    @Test
    void refusesTheSignatureOfAnotherRequest() {
        String other = token(data.waiting(clock.instant()));
        refuses(link.substring(0, 10) + other.substring(10));
    }

    @Test
    void refusesARequestThatIsGone() {
        jdbc.sql("delete from callback_request").update();
        refuses(link);
    }

    @Test
    void worksForSixtyDaysAfterClosing() {
        reference = data.request(
                clock.instant(), Map.of("status", "CLOSED", "outcome", "RESOLVED", "closed_at", clock.instant()));
        link = token(reference);
        clock.advance(Duration.ofDays(60).minusSeconds(1));
        assertThat(open(link).linkEndsAt()).isEqualTo(TestClock.OPEN_TUESDAY.plus(Duration.ofDays(60)));
        clock.advance(Duration.ofSeconds(1));
        refuses(link);
    }

    @Test
    void worksForAYearAtMost() {
        clock.advance(Duration.ofDays(365).minusSeconds(1));
        open(link);
        clock.advance(Duration.ofSeconds(1));
        refuses(link);
    }

    @Test
    void isTakenBackByAnAgent() {
        AMELIE.does(() -> links.revoke(reference));
        refuses(link);
        assertThat(open(token(reference)).state().reference()).isEqualTo(reference);
        AMELIE.does(() -> links.revoke(reference));
        assertThat(AMELIE.get(() -> sheets.open(reference)).timeline())
                .extracting(TimelineEntry::kind, TimelineEntry::actor)
                .containsOnly(org.assertj.core.api.Assertions.tuple(FactKind.LINK_RENEWED, "amelie"));
        assertThatThrownBy(() -> AMELIE.does(() -> links.revoke("AAAAAAAA"))).isInstanceOf(RequestNotFound.class);
    }

    @Test
    void changesWithTheEmailAddress() {
        Post post = new Post(link, "page-1", address);
        String renewed = followUp.correctEmail(post, new EmailCorrection("zoe@exemple.fr"));
        assertThat(renewed).isNotEqualTo(link);
        refuses(link);
        assertThat(open(renewed).state().email()).isEqualTo("zoe@exemple.fr");
        // The same form again, whose answer was lost, leads to the same page; another one leads nowhere.
        assertThat(followUp.correctEmail(post, new EmailCorrection("zoe@exemple.fr")))
                .isEqualTo(renewed);
        assertThatThrownBy(() -> followUp.correctEmail(post, new EmailCorrection("eve@exemple.fr")))
                .isInstanceOf(LinkRefused.class);
        AMELIE.does(() -> links.revoke(reference));
        assertThatThrownBy(() -> followUp.correctEmail(post, new EmailCorrection("zoe@exemple.fr")))
                .as("taken back since")
                .isInstanceOf(LinkRefused.class);
    }

    @Test
    void guessingIsLimitedPerAddress() {
        for (int i = 0; i < 20; i++) {
            refuses(link + i);
        }
        assertThatThrownBy(() -> open(link + "x")).isInstanceOf(TooManyTries.class);
        assertThatThrownBy(() -> open(link)).as("the right one too").isInstanceOf(TooManyTries.class);
        assertThat(followUp.open(link, "10.98.1.1").state().reference()).isEqualTo(reference);
    }

    @Test
    void aFormThatComesTwiceActsOnce() {
        Post post = new Post(link, "page-2", address);
        followUp.addMessage(post, new AddMessage("Une précision."));
        followUp.addMessage(post, new AddMessage("Une précision."));
        assertThat(data.count("callback_fact")).isEqualTo(1);
        followUp.addMessage(post, new AddMessage("Une autre précision."));
        assertThat(data.count("callback_fact"))
                .as("another text is another message")
                .isEqualTo(2);
    }

    @Test
    void aRefusedFormMayComeAgain() {
        Post post = new Post(link, "page-3", address);
        assertThatThrownBy(() -> followUp.addMessage(post, new AddMessage("")))
                .isInstanceOf(jakarta.validation.ConstraintViolationException.class);
        assertThat(data.count("followup_post")).isZero();
    }

    @Test
    void sixtyFormsInAnHour() {
        for (int i = 0; i < 60; i++) {
            followUp.withdrawUnavailability(new Post(link, "page-" + i, address), 1);
        }
        assertThatThrownBy(() -> followUp.withdrawUnavailability(new Post(link, "page-x", address), 1))
                .isInstanceOf(TooManyTries.class);
    }

    @Test
    void aFormWithSeveralDocumentsIsOneForm() {
        for (int i = 0; i < 59; i++) {
            followUp.withdrawUnavailability(new Post(link, "page-" + i, address), 1);
        }
        Post post = new Post(link, "page-x", address);
        List<SentDocument> three = Stream.of("a", "b", "c")
                .map(name -> new SentDocument(name, new ByteArrayResource(("%PDF-1.7 " + name).getBytes(UTF_8))))
                .toList();
        assertThat(followUp.addDocuments(post, three)).isEmpty();
        assertThat(data.count("followup_document")).isEqualTo(3);
        assertThatThrownBy(() -> followUp.addDocuments(post, three)).isInstanceOf(TooManyTries.class);
    }

    private void refuses(String wrong) {
        assertThatThrownBy(() -> open(wrong)).isInstanceOf(LinkRefused.class);
    }

    private FollowedRequest open(String token) {
        return followUp.open(token, address);
    }

    private String token(String of) {
        return links.pathOf(of).substring("/suivi/".length());
    }
}
