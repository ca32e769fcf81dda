package fr.rappel.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import fr.rappel.shared.Announcement;
import fr.rappel.shared.ui.Notices;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;

/** Says news on every open page of the console of whom they concern, on this node. */
@org.springframework.stereotype.Component
class Announcements {

    private final Map<UI, String> consoles = new ConcurrentHashMap<>();

    /** From now on, for as long as the console is shown. */
    void tell(String username, Component console) {
        console.addAttachListener(attach -> {
            UI ui = attach.getUI();
            consoles.put(ui, username);
            console.addDetachListener(detach -> {
                consoles.remove(ui);
                detach.unregisterListener();
            });
        });
    }

    @EventListener
    void on(Announcement news) {
        consoles.forEach((ui, username) -> {
            if (username.equals(news.username())) {
                tell(ui, news);
            }
        });
    }

    private static void tell(UI ui, Announcement news) {
        try {
            ui.access(() -> {
                // The page itself says what is new on it.
                if (!ui.getActiveViewLocation().getPath().equals(news.path())) {
                    Notices.news(
                            ui.getTranslation(news.key(), news.argument()),
                            news.path(),
                            ui.getTranslation(news.linkKey()));
                }
            });
        } catch (UIDetachedException e) {
            // The page was closed in between; its detaching removes it.
        }
    }
}
