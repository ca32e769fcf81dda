package fr.rappel.notifications.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages at the edge of the screen. */
final class Notices {

    private static final int MILLIS = 6_000;

    private Notices() {}

    static void info(String text) {
        show(text);
    }

    static void refused(String text) {
        show(text).addThemeVariants(NotificationVariant.ERROR);
    }

    private static Notification show(String text) {
        Notification notification = Notification.show(text, MILLIS, Notification.Position.BOTTOM_CENTER);
        notification.setAssertive(true);
        return notification;
    }
}
