package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import fr.rappel.callback.AlreadyTaken;
import fr.rappel.callback.NotHolder;
import fr.rappel.shared.Refusal;

/** Short messages at the edge of the screen; people are called by their names in them. */
final class Notices {

    private static final int MILLIS = 6_000;

    private Notices() {}

    static void info(Component view, String text) {
        show(text);
    }

    static void refused(Component view, Refusal refusal, Wording wording) {
        var locale = view.getUI().map(ui -> ui.getLocale()).orElse(java.util.Locale.FRENCH);
        String text = switch (refusal) {
            case AlreadyTaken taken -> wording.text("callback.AlreadyTaken", locale, wording.person(taken.takenBy()));
            case NotHolder other
            when other.takenBy().isPresent() ->
                wording.text(
                        "callback.NotHolder.somebody",
                        locale,
                        wording.person(other.takenBy().get()));
            default -> wording.text(refusal.getDefaultMessage(), locale, refusal.getArguments());
        };
        show(text).addThemeVariants(NotificationVariant.ERROR);
    }

    /** A message that stays until somebody closes it. */
    static Notification banner(UI ui, String key) {
        Notification banner = new Notification(ui.getTranslation(key), 0, Notification.Position.TOP_STRETCH);
        banner.addThemeVariants(NotificationVariant.WARNING);
        banner.setAssertive(true);
        ui.add(banner);
        banner.open();
        return banner;
    }

    private static Notification show(String text) {
        Notification notification = Notification.show(text, MILLIS, Notification.Position.BOTTOM_CENTER);
        notification.setAssertive(true);
        return notification;
    }
}
