package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import fr.rappel.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a failure of the database says, to whom, and how long it may take. */
@DatabaseTest
class DatabaseFailuresTest {

    @Autowired
    private DataSource source;

    @Autowired
    private Database database;

    @Autowired
    private TestData data;

    @BeforeEach
    void nothing() {
        data.clear();
    }

    @Test
    void answersWhileItIsThere() {
        assertThat(database.answers()).isTrue();
    }

    @Test
    void tellsAnAbsenceFromAMistake() {
        var cut = new SQLTransientConnectionException("cut");
        assertThat(Database.isAway(new CannotCreateTransactionException("no connection", cut)))
                .isTrue();
        assertThat(Database.isAway(new TransactionSystemException("commit", cut)))
                .isTrue();
        assertThat(Database.isAway(new UncategorizedSQLException("write", null, new SQLException("full"))))
                .isTrue();
        assertThat(Database.isAway(
                        new IllegalStateException("view", new DataAccessResourceFailureException("gone", cut))))
                .isTrue();
        assertThat(Database.isAway(new DataIntegrityViolationException("twice")))
                .isFalse();
        assertThat(Database.isAway(new IllegalStateException("ours"))).isFalse();
    }

    /** PostgreSQL would quote the refused row in its details, and from there it would reach a log. */
    @Test
    void quotesNothingOfARefusedRow() {
        assumeThat(TestDatabase.isPostgresql())
                .as("H2 quotes the value of the key")
                .isTrue();
        var columns = Map.of("reference", "ZQ17ZQ17", "email", "zq18@exemple.fr");
        data.request(TestClock.OPEN_TUESDAY, columns);
        var refused = catchThrowableOfType(
                DataIntegrityViolationException.class, () -> data.request(TestClock.OPEN_TUESDAY, columns));
        assertThat(refused).hasStackTraceContaining("duplicate key value");
        assertThat(refused.getMostSpecificCause().toString()).doesNotContain("ZQ17ZQ17", "zq18");
    }

    @Test
    void waitsForNoAnswerLongerThanTwentySeconds() throws SQLException {
        assumeThat(TestDatabase.isPostgresql()).as("H2 is in the same process").isTrue();
        try (var connection = source.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(20_000);
        }
    }
}
