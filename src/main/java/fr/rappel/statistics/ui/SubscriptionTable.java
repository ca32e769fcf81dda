package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.rappel.shared.SpokenTime;
import fr.rappel.shared.Tone;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.shared.ui.StateChip;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.ReportSubscription;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The addresses that get reports, each with its next report and what became of the last one. */
class SubscriptionTable extends Div {

    private final ZoneId zone;
    private final Consumer<ReportSubscription> remove;
    private final DataTable table;

    SubscriptionTable(ZoneId zone, Consumer<ReportSubscription> remove) {
        this.zone = zone;
        this.remove = remove;
        table = new DataTable(
                getTranslation("statistics.ReportsView.title"),
                Stream.of("address", "cadence", "next", "latest", "added", "actions")
                        .map(column -> getTranslation("statistics.SubscriptionTable.column." + column))
                        .toList());
        add(table);
    }

    void show(List<ReportSubscription> subscriptions) {
        table.getBody().removeAllRows();
        subscriptions.forEach(subscription -> table.addRow(
                DataTable.free(subscription.address()),
                new Span(cadence(subscription)),
                new Span(next(subscription)),
                latest(subscription),
                new Span(added(subscription)),
                removal(subscription)));
    }

    private String cadence(ReportSubscription subscription) {
        return getTranslation("statistics.ReportCadence." + subscription.cadence());
    }

    private String next(ReportSubscription subscription) {
        String when = subscription.isDue()
                ? getTranslation("statistics.SubscriptionTable.due")
                : time().date(subscription.leavesOn());
        return getTranslation("statistics.SubscriptionTable.next", when, days(subscription.next()));
    }

    private Component latest(ReportSubscription subscription) {
        if (subscription.latest() == null || subscription.message() == null) {
            return new Span();
        }
        StateChip state = subscription.isFailing()
                ? new StateChip(getTranslation("statistics.SubscriptionTable.failing"), Tone.BAD)
                : new StateChip(
                        getTranslation(subscription.message().state().messageKey()),
                        subscription.message().tone());
        Div latest = new Div(
                state, new Span(getTranslation("statistics.SubscriptionTable.latest", days(subscription.latest()))));
        latest.addClassName("mail-detail");
        return latest;
    }

    private String added(ReportSubscription subscription) {
        LocalDate day = LocalDate.ofInstant(subscription.addedAt(), zone);
        return getTranslation("statistics.SubscriptionTable.added", time().dateWithYear(day), subscription.addedBy());
    }

    private Component removal(ReportSubscription subscription) {
        Button button =
                new Button(getTranslation("statistics.SubscriptionTable.remove"), click -> remove.accept(subscription));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(
                "statistics.SubscriptionTable.removeNamed", subscription.address(), cadence(subscription)));
        return new Div(button);
    }

    private String days(Period period) {
        return time().days(period.from(), period.to());
    }

    private SpokenTime time() {
        return SpokenTime.in(getLocale());
    }
}
