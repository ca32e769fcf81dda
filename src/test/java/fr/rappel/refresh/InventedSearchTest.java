package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fr.rappel.dossier.DossierSearch;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.SearchFilter;
import fr.rappel.dossier.SearchHit;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On H2, too, twenty thousand dossiers come in and are found; bin/bench measures a million on PostgreSQL. */
@DatabaseTest
class InventedSearchTest {

    private static final List<ImportKind> KINDS = List.of(ImportKind.COMPANIES, ImportKind.DOSSIERS);

    @Autowired
    private ImportInbox inbox;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private DossierSearch search;

    @Autowired
    private JdbcClient jdbc;

    /** Other tests share the database. */
    @AfterEach
    void leavesNothing() {
        new CopyTables(jdbc).clear();
    }

    @Test
    void findsAmongTwentyThousand() throws IOException {
        assumeFalse(TestDatabase.isPostgresql(), "H2 is what this is about");
        new CopyTables(jdbc).clear();
        var copy = new InventedCopy(20_000, LocalDate.of(2026, 3, 3));
        for (ImportKind kind : KINDS) {
            var file = new StringBuilder();
            copy.write(kind, file);
            inbox.receive(
                    kind,
                    ImportSource.DEMO,
                    kind.slug() + ".csv",
                    new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)),
                    null);
        }
        runner.runWaiting();
        assertThat(jdbc.sql("select count(*) from dossier_dossier")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20_000);

        var last = copy.dossier(19_999);
        assertThat(found(last.number(), SearchFilter.NONE)).containsExactly(last.number());
        assertThat(found(last.trainee(), SearchFilter.NONE)).contains(last.number());
        assertThat(found(last.employerSiret(), SearchFilter.NONE)).contains(last.number());
        assertThat(found(last.employer().name(), SearchFilter.NONE)).contains(last.number());
        var others = new SearchFilter(null, other(last.status()), null, null);
        assertThat(found(last.employerSiret(), others)).doesNotContain(last.number());
        assertThat(found("zzzzzz", SearchFilter.NONE)).isEmpty();
    }

    private static DossierStatus other(DossierStatus status) {
        return status == DossierStatus.SOLDE ? DossierStatus.ACCORDE : DossierStatus.SOLDE;
    }

    private List<String> found(String text, SearchFilter filter) {
        return Person.agent("amelie").get(() -> search.search(text, filter)).hits().stream()
                .map(SearchHit::id)
                .toList();
    }
}
