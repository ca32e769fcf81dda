package fr.rappel.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/** Lets a view look again by itself, only as long as something that it shows is under way. */
public final class Polling {

    private static final int NEVER = -1;

    private final Component view;
    private final int millis;
    private boolean busy;

    /**
     * @param millis between two looks
     * @param look reads again what the view shows, and says how it stands: see {@link #during}
     */
    public Polling(Component view, int millis, Runnable look) {
        this.view = view;
        this.millis = millis;
        view.addAttachListener(attach -> {
            UI ui = attach.getUI();
            var polls = ui.addPollListener(poll -> look.run());
            view.addDetachListener(detach -> {
                polls.remove();
                ui.setPollInterval(NEVER);
                detach.unregisterListener();
            });
            during(busy);
        });
    }

    /** Whether it is worth looking again. */
    public void during(boolean busy) {
        this.busy = busy;
        view.getUI().ifPresent(ui -> ui.setPollInterval(busy ? millis : NEVER));
    }
}
