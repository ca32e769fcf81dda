package fr.rappel.shell;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why a start was refused by the database, where the framework would print pages. */
class DatabaseRefused implements FailureAnalyzer {

    /** H2's code for a file that another process holds. */
    private static final int ALREADY_OPEN = 90020;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> explain(cause, failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable FailureAnalysis explain(Throwable cause, Throwable failure) {
        return switch (cause) {
            case SQLException refused
            when refused.getErrorCode() == ALREADY_OPEN ->
                new FailureAnalysis(
                        "Another process is using the database file.",
                        "Stop the other Rappel, or give this one a folder of its own (rappel.data).",
                        failure);
            case FlywayValidateException differs ->
                new FailureAnalysis(
                        "The database does not fit this version of Rappel; a newer one may have changed it. "
                                + differs.getMessage(),
                        "Start the version that last used it, or a newer one. Nothing was changed.",
                        failure);
            default -> null;
        };
    }
}
