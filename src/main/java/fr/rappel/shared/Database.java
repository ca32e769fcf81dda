package fr.rappel.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The database as something that can be away: stopped, unreachable, too slow, or without room to write. */
@Component
public class Database {

    private static final int PATIENCE_SECONDS = 2;

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Whether it answers now. */
    public boolean answers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Whether a failure comes from there and not from what was asked: trying the same again later is right. A failure of
     * the commit itself leaves open whether anything was stored.
     */
    public static boolean isAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof DataAccessResourceFailureException
                        || cause instanceof QueryTimeoutException
                        || cause instanceof UncategorizedDataAccessException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof TransactionSystemException);
    }
}
