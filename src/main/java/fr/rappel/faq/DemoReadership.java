package fr.rappel.faq;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.DemoProfile;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Invented readings and searches of thirteen months for the demo profile, the same ones each time. */
@Component
class DemoReadership implements ApplicationRunner {

    private static final int DAYS = 395;
    private static final List<String> MISSING =
            List.of("permis poids lourd", "bilan de compétences", "vae", "formation incendie", "cpf", "caces");

    private final DemoProfile demo;
    private final Faq faq;
    private final LineCalendar calendar;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    DemoReadership(DemoProfile demo, Faq faq, LineCalendar calendar, JdbcTemplate jdbc, Clock clock) {
        this.demo = demo;
        this.faq = faq;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo.isActive()
                && jdbc.queryForList("select kind from faq_count fetch first 1 rows only")
                        .isEmpty()) {
            jdbc.batchUpdate("insert into faq_count (kind, counted_on, item, times) values (?, ?, ?, ?)", rows());
        }
    }

    private List<Object[]> rows() {
        Random random = new Random(2026);
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        List<Object[]> rows = new ArrayList<>();
        for (LocalDate day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
            int much = day.getDayOfWeek().getValue() > 5 ? 2 : 8;
            for (FaqTheme theme : faq.themes()) {
                for (FaqEntry entry : theme.entries()) {
                    int reads = 1 + random.nextInt(much);
                    rows.add(row(UseKind.READ, day, entry.slug(), reads));
                    rows.add(row(UseKind.ASKED, day, entry.slug(), random.nextInt(reads) / 4));
                }
            }
            int inVain = random.nextInt(much);
            rows.add(row(UseKind.SEARCH, day, "", inVain + much + random.nextInt(much)));
            rows.add(row(UseKind.IN_VAIN, day, "", inVain));
            for (String words : MISSING.subList(0, Math.min(inVain, MISSING.size()))) {
                rows.add(row(UseKind.WORDS, day, words, 1));
            }
        }
        return rows;
    }

    private static Object[] row(UseKind kind, LocalDate day, String item, int times) {
        return new Object[] {kind.name(), Date.valueOf(day), item, times};
    }
}
