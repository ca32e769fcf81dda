package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.notifications.ReportMail;
import fr.rappel.notifications.ReportMails;
import fr.rappel.shared.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the report of each period that is over and counted into the outbox, once for every address: the message and the
 * note that the period is done with are stored together or not at all. Of periods that were missed only the latest is
 * told.
 */
@Component
class ReportMailing {

    private static final Logger log = LoggerFactory.getLogger(ReportMailing.class);

    private final SubscriptionRows subscriptions;
    private final ReportLetters letters;
    private final ReportMails mails;
    private final UncountedDays uncounted;
    private final LineCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportMailing(
            SubscriptionRows subscriptions,
            ReportLetters letters,
            ReportMails mails,
            UncountedDays uncounted,
            LineCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.letters = letters;
        this.mails = mails;
        this.uncounted = uncounted;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    void sendFinished() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        for (ReportCadence cadence : ReportCadence.values()) {
            Period period = cadence.finishedBefore(today);
            try {
                List<SubscriptionRows.Stored> due = subscriptions.due(cadence, period);
                if (!due.isEmpty() && isCounted(period)) {
                    queue(due, letters.of(cadence, period), period);
                }
            } catch (FiguresBeingCounted | ConcurrencyFailureException e) {
                log.info(
                        "The reports {} wait for the next turn: {}",
                        cadence,
                        e.getClass().getSimpleName());
            } catch (RuntimeException e) {
                report(cadence, e);
            }
        }
    }

    private boolean isCounted(Period period) {
        return uncounted.first().filter(first -> first.isAfter(period.to())).isPresent();
    }

    private void queue(List<SubscriptionRows.Stored> due, ReportLetter letter, Period period) {
        transaction.executeWithoutResult(status -> {
            List<SubscriptionRows.Stored> ours = due.stream()
                    .filter(subscription -> subscriptions.markDone(subscription.id(), period))
                    .toList();
            if (ours.isEmpty()) {
                return;
            }
            List<ReportMail> written = new ArrayList<>();
            ours.forEach(subscription -> written.add(letters.to(subscription, letter)));
            List<Long> messages = mails.queue(letter.paper(), written);
            for (int i = 0; i < ours.size(); i++) {
                subscriptions.keepMessage(ours.get(i).id(), messages.get(i));
            }
        });
    }

    private static void report(ReportCadence cadence, RuntimeException failure) {
        if (Database.isAway(failure)) {
            log.warn("The reports wait for the database: {}", failure.getClass().getSimpleName());
        } else {
            log.error("The reports {} could not be written", cadence, failure);
        }
    }
}
