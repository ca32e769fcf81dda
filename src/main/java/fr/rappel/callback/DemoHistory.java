package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.PhoneNumber;
import fr.rappel.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Thirteen months of closed requests for the demo profile, so that its figures have a past; the same ones each time but for
 * their references. Put straight into the tables: nobody is to be written to about them.
 */
@Component
class DemoHistory {

    private static final Duration MONTH = Duration.ofDays(28);
    private static final Duration LEAST_OPEN = Duration.ofHours(20);
    private static final int COUNT = 720;
    private static final int DAYS = 395;

    /** Their companies come after those of the newest requests, and call again. */
    private static final int FIRST_COMPANY = 48;

    private static final int COMPANIES = 310;

    private static final String REQUEST = """
            insert into callback_request (
                id, version, reference, submission_key, channel, status, received_at, available_at, due_at,
                first_name, last_name, name_key, email, siret, siren, phone, region_code, sector_code, company_size,
                topic_code, message, notice_version, notice_hash, consented_at, unreached, outcome, closed_at)
            values (?, 0, ?, ?, ?, 'CLOSED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ATTEMPT = """
            insert into callback_attempt (id, version, request_id, number, agent, started_at, ended_at, outcome)
            values (?, 0, ?, ?, ?, ?, ?, ?)""";
    private static final String FACT = """
            insert into callback_fact (id, request_id, kind, at, actor, outcome, until_at, note)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String RATING =
            "insert into callback_rating (request_id, score, comment, given_at) values (?, ?, ?, ?)";

    private final DemoVisitors visitors;
    private final References references;
    private final PrivacyNotices notices;
    private final Promise promise;
    private final LineCalendar calendar;
    private final JdbcTemplate jdbc;

    DemoHistory(
            DemoVisitors visitors,
            References references,
            PrivacyNotices notices,
            Promise promise,
            LineCalendar calendar,
            JdbcTemplate jdbc) {
        this.visitors = visitors;
        this.references = references;
        this.notices = notices;
        this.promise = promise;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /** Stores those of which nothing happened later than that. */
    void storeUntil(Instant end) {
        if (calendar.openTimeBetween(end.minus(MONTH), end).compareTo(LEAST_OPEN) < 0) {
            // A line that hardly ever opens has no past worth telling.
            return;
        }
        Random random = new Random(395);
        List<DemoLife> lives = random.doubles(COUNT)
                .map(place -> place < 0.5 ? place * 2 : Math.sqrt(place * 2 - 1))
                .mapToObj(place -> receivedAt(place, end, random))
                .sorted()
                .map(receivedAt -> new DemoLife(receivedAt, calendar, random))
                .filter(life -> life.endedAt().isBefore(end))
                .toList();
        store(lives, random);
    }

    /**
     * On a working day more often than not, in the middle of the day most of all.
     *
     * @param place in the months, from 0 to 1
     */
    private Instant receivedAt(double place, Instant end, Random random) {
        ZoneId zone = calendar.zone();
        LocalDate day = LocalDate.ofInstant(end, zone).minusDays(1 + Math.round((1 - place) * DAYS));
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        LocalDate chosen = weekend && random.nextInt(5) > 0 ? day.minusDays(1 + random.nextInt(4) + 1) : day;
        LocalTime time = LocalTime.of(8, 0).plusMinutes(random.nextInt(310) + random.nextInt(310));
        return chosen.atTime(time).atZone(zone).toInstant();
    }

    private void store(List<DemoLife> lives, Random random) {
        PrivacyNotice notice = notices.shown(null);
        List<Object[]> requests = new ArrayList<>();
        List<Object[]> attempts = new ArrayList<>();
        List<Object[]> facts = new ArrayList<>();
        List<Object[]> ratings = new ArrayList<>();
        Numbers requestNumbers = new Numbers("callback_request_seq");
        Numbers attemptNumbers = new Numbers("callback_attempt_seq");
        Numbers factNumbers = new Numbers("callback_fact_seq");
        for (int i = 0; i < lives.size(); i++) {
            DemoLife life = lives.get(i);
            long id = requestNumbers.next();
            requests.add(request(id, i, life, notice, random));
            life.calls().forEach(call -> attempts.add(attempt(attemptNumbers.next(), id, call)));
            life.facts().forEach(fact -> facts.add(fact(factNumbers.next(), id, fact)));
            Rating rating = life.rating();
            if (rating != null) {
                ratings.add(row(id, rating.score(), rating.comment(), rating.givenAt()));
            }
        }
        jdbc.batchUpdate(REQUEST, requests);
        jdbc.batchUpdate(ATTEMPT, attempts);
        jdbc.batchUpdate(FACT, facts);
        jdbc.batchUpdate(RATING, ratings);
    }

    private Object[] request(long id, int i, DemoLife life, PrivacyNotice notice, Random random) {
        SubmitCallback form = visitors.said(FIRST_COMPANY + i % COMPANIES, i, random);
        VisitorSnapshot said = VisitorSnapshot.of(form);
        return row(
                id,
                references.next(),
                Sha256.hex("demo-history-" + i),
                i % 6 == 0 ? Channel.API : Channel.FORM,
                life.receivedAt(),
                life.closedAt(),
                promise.madeAt(life.receivedAt()),
                said.firstName(),
                said.lastName(),
                said.nameKey(),
                EmailAddress.parse(form.email()).value(),
                said.siret(),
                said.siren(),
                PhoneNumber.parse(form.phone()).e164(),
                said.regionCode(),
                said.sectorCode(),
                said.companySize(),
                said.topicCode(),
                said.message(),
                notice.version(),
                notice.hash(),
                life.receivedAt(),
                life.unreached(),
                life.closedBy(),
                life.closedAt());
    }

    private static Object[] attempt(long number, long request, DemoLife.Call call) {
        return row(number, request, call.number(), call.agent(), call.startedAt(), call.endedAt(), call.outcome());
    }

    private static Object[] fact(long number, long request, TimelineEntry fact) {
        return row(number, request, fact.kind(), fact.at(), fact.actor(), fact.outcome(), fact.until(), fact.note());
    }

    private static Object[] row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = switch (cells[i]) {
                case Instant at -> CallbackList.utc(at);
                case Enum<?> word -> word.name();
                case null -> null;
                default -> cells[i];
            };
        }
        return cells;
    }

    /** Numbers of a sequence whose every step stands for fifty, as the entities take them. */
    private final class Numbers {

        private static final int STEP = 50;

        private final String sequence;
        private long next;
        private long last = -1;

        Numbers(String sequence) {
            this.sequence = sequence;
        }

        long next() {
            if (next > last) {
                last = Objects.requireNonNull(jdbc.queryForObject("select nextval('" + sequence + "')", Long.class));
                next = Math.max(1, last - STEP + 1);
            }
            return next++;
        }
    }
}
