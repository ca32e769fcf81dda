package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.notifications.OutboxMessage;
import fr.rappel.notifications.ReportMails;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.Roles;
import fr.rappel.users.Account;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gets the figures of each finished week, month or quarter by mail. They need no account. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.SUPERVISOR)
public class ReportSubscriptions {

    /** More addresses belong on a list of the organisation's own mail server. */
    public static final int MOST = 50;

    private final SubscriptionRows rows;
    private final ReportMails mails;
    private final UserAccounts accounts;
    private final CurrentUser currentUser;
    private final LineCalendar calendar;
    private final Clock clock;

    ReportSubscriptions(
            SubscriptionRows rows,
            ReportMails mails,
            UserAccounts accounts,
            CurrentUser currentUser,
            LineCalendar calendar,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whether there is a mail server to send through. Without one, reports wait in the outbox. */
    public boolean hasServer() {
        return mails.hasServer();
    }

    /** All of them, by address. */
    public List<ReportSubscription> all() {
        List<SubscriptionRows.Stored> stored = rows.all();
        Map<Long, OutboxMessage> messages = mails.find(stored.stream()
                .map(SubscriptionRows.Stored::messageId)
                .filter(Objects::nonNull)
                .toList());
        LocalDate today = today();
        return stored.stream()
                .map(one -> subscription(one, one.messageId() == null ? null : messages.get(one.messageId()), today))
                .toList();
    }

    /**
     * Adds an address. Its first report is that of the period now running.
     *
     * @throws SubscriptionRefused if it is no address, has that cadence already, or there are too many
     */
    @Transactional
    public void add(@Nullable String typed, ReportCadence cadence) {
        EmailAddress.check(typed).ifPresent(fault -> {
            throw new SubscriptionRefused(fault);
        });
        if (rows.count() >= MOST) {
            throw new SubscriptionRefused("tooMany", MOST);
        }
        String username = currentUser.username();
        boolean added = rows.add(
                EmailAddress.parse(typed).value(),
                cadence,
                username,
                accounts.account(username).map(Account::displayName).orElse(username),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cadence.finishedBefore(today()).to());
        if (!added) {
            throw new SubscriptionRefused("twice");
        }
    }

    /** Removes an address, and takes back its report if that has not left; nothing if somebody was faster. */
    @Transactional
    public void remove(long id) {
        rows.remove(id).ifPresent(mails::withdraw);
    }

    private static ReportSubscription subscription(
            SubscriptionRows.Stored stored, @Nullable OutboxMessage message, LocalDate today) {
        ReportCadence cadence = stored.cadence();
        Period finished = cadence.finishedBefore(today);
        boolean isDue = stored.doneTo().isBefore(finished.to());
        return new ReportSubscription(
                stored.id(),
                stored.recipient(),
                cadence,
                stored.addedByName(),
                stored.addedAt(),
                isDue ? finished : cadence.containing(today),
                isDue,
                message == null ? null : cadence.containing(stored.doneTo()),
                message);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }
}
