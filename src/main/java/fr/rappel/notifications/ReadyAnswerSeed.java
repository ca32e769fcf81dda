package fr.rappel.notifications;

import fr.rappel.callback.CallOutcome;
import fr.rappel.shared.Defaults;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the first ready answers: {@code ready-answers.csv} with one {@code ready-answers/<name>.txt} per answer. */
@Component
class ReadyAnswerSeed implements SmartInitializingSingleton {

    private final ReadyAnswerRows rows;
    private final Defaults defaults;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadyAnswerSeed(ReadyAnswerRows rows, Defaults defaults, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.defaults = defaults;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (rows.isUntouched()) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                defaults.csv("ready-answers.csv").forEach(line -> rows.add(answer(line), null, now));
            }
        });
    }

    private ReadyAnswerDraft answer(CSVRecord line) {
        String topic = line.get("topic");
        String outcome = line.get("outcome");
        return new ReadyAnswerDraft(
                line.get("title"),
                topic.isBlank() ? null : topic,
                defaults.text("ready-answers/" + line.get("name") + ".txt"),
                outcome.isBlank() ? null : CallOutcome.valueOf(outcome),
                line.get("note"),
                Stream.of(line.get("questions").split("\\|"))
                        .filter(slug -> !slug.isBlank())
                        .toList());
    }
}
