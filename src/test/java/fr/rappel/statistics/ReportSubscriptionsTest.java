package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who may get reports, and who may say so. */
@DatabaseTest
class ReportSubscriptionsTest {

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private ReportSubscriptions subscriptions;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobody() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(claire);
    }

    @Test
    void keepsWhoAddedWhomAndSaysWhatComesNext() {
        add(" Zoe.Test@Exemple.FR ", ReportCadence.WEEK);
        ReportSubscription added = all().getFirst();
        assertThat(added.address()).isEqualTo("Zoe.Test@exemple.fr");
        assertThat(added.addedBy()).isEqualTo("Nom de claire");
        assertThat(added.addedAt()).isEqualTo(TestClock.OPEN_TUESDAY);
        assertThat(added.next()).isEqualTo(new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8)));
        assertThat(added.leavesOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(added.isDue()).isFalse();
        assertThat(added.latest()).isNull();
        assertThat(jdbc.sql("select added_by from statistics_report_subscription")
                        .query(String.class)
                        .single())
                .isEqualTo("claire");
    }

    @Test
    void hasEachAddressOnceForEachCadence() {
        add("zoe@exemple.fr", ReportCadence.WEEK);
        assertThatThrownBy(() -> add("ZOE@exemple.fr", ReportCadence.WEEK))
                .isInstanceOf(SubscriptionRefused.class)
                .hasMessageEndingWith("twice");
        add("zoe@exemple.fr", ReportCadence.QUARTER);
        add("zoe@exemple.fr", ReportCadence.MONTH);
        assertThat(all()).extracting(ReportSubscription::cadence).containsExactly(ReportCadence.values());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "zoe",
                "zoe@",
                "zoe@exemple",
                "zoé@exemple.fr",
                "zoe@exemple.fr, bruno@exemple.fr",
                "zoe@exemple.fr\r\nBcc: x@exemple.fr",
                "<zoe@exemple.fr>",
                "\"a b\"@exemple.fr"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThatThrownBy(() -> add(typed, ReportCadence.WEEK)).isInstanceOf(SubscriptionRefused.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void hasAnEnd() {
        for (int i = 0; i < ReportSubscriptions.MOST; i++) {
            add("v" + i + "@exemple.fr", ReportCadence.MONTH);
        }
        assertThatThrownBy(() -> add("trop@exemple.fr", ReportCadence.MONTH)).hasMessageEndingWith("tooMany");
        claire.does(() -> subscriptions.remove(all().getFirst().id()));
        add("trop@exemple.fr", ReportCadence.MONTH);
        assertThat(all()).hasSize(ReportSubscriptions.MOST);
    }

    @Test
    void removesOnceHoweverOftenItIsAsked() {
        add("zoe@exemple.fr", ReportCadence.WEEK);
        long id = all().getFirst().id();
        claire.does(() -> subscriptions.remove(id));
        claire.does(() -> subscriptions.remove(id));
        assertThat(all()).isEmpty();
    }

    @Test
    void tellsAnAddressThatFails() {
        add("zoe@exemple.fr", ReportCadence.WEEK);
        for (String state : List.of("WAITING", "SENT", "RETURNED")) {
            jdbc.sql("delete from mail_message").update();
            jdbc.sql("""
                            insert into mail_message (kind, recipient, recipient_key, message_id, happened_at,
                                calendar_sequence, state, attempts, created_at, queued_at, send_after, sent_at, subject)
                            values ('REPORT', 'zoe@exemple.fr', 'zoe@exemple.fr', '<r@exemple.fr>', :now, 0, :state, 0,
                                :now, :now, :now, :now, 'Rapport')""")
                    .param("state", state)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("update statistics_report_subscription set message_id = (select id from mail_message)")
                    .update();
            assertThat(all().getFirst().isFailing()).as(state).isEqualTo(state.equals("RETURNED"));
        }
    }

    @ParameterizedTest
    @MethodSource
    void isForSupervisors(Person person, boolean allowed) {
        List<Runnable> uses = List.of(
                subscriptions::all,
                subscriptions::hasServer,
                () -> subscriptions.add("zoe@exemple.fr", ReportCadence.WEEK),
                () -> subscriptions.remove(1));
        for (Runnable use : uses) {
            if (allowed) {
                person.does(use);
            } else {
                assertThatThrownBy(() -> person.does(use)).isInstanceOf(AccessDeniedException.class);
            }
        }
        assertThat(data.count("statistics_report_subscription")).isEqualTo(allowed ? 1 : 0);
    }

    static Stream<Arguments> isForSupervisors() {
        return Stream.of(
                Arguments.of(Person.visitor(), false),
                Arguments.of(Person.agent("amelie"), false),
                Arguments.of(Person.supervisor("claire"), true),
                Arguments.of(Person.admin("alix"), true));
    }

    private void add(String address, ReportCadence cadence) {
        claire.does(() -> subscriptions.add(address, cadence));
    }

    private List<ReportSubscription> all() {
        return claire.get(subscriptions::all);
    }
}
