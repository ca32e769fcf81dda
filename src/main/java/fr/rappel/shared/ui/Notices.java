package fr.rappel.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages at the edge of the screen. */
public final class Notices {

    private static final int MILLIS = 6_000;
    private static final int NEWS_MILLIS = 20_000;

    private Notices() {}

    public static void info(String text) {
        show(text);
    }

    public static void refused(String text) {
        show(text).addThemeVariants(NotificationVariant.ERROR);
    }

    /** A message that leads to a page; it stays long enough for whoever does something else. */
    public static void news(String text, String path, String page) {
        Notification notification = new Notification(new Span(text + " "), new Anchor(path, page));
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setDuration(NEWS_MILLIS);
        notification.setAssertive(true);
        notification.open();
    }

    /** A message that stays until somebody closes it. */
    public static Notification banner(UI ui, String key) {
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
