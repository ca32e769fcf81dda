package fr.rappel.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The two buttons below a list that is read page by page, where only a page itself tells where the next one begins.
 *
 * @param <P> a place where a page begins
 */
public class PageTurner<P> extends Div {

    private final Runnable turned;
    private final Button back;
    private final Button forward;
    private final Deque<P> places = new ArrayDeque<>();
    private @Nullable P following;

    /**
     * @param back what the button to the page before says
     * @param forward what the button to the next page says
     * @param turned shows the page that begins at {@link #place()}
     */
    public PageTurner(String back, String forward, Runnable turned) {
        this.turned = turned;
        this.back = new Button(back, click -> turnBack());
        this.forward = new Button(forward, click -> turn());
        addClassName("pages");
        add(this.back, this.forward);
    }

    /** Where the page to show begins; null for the first one. */
    public @Nullable P place() {
        return places.peek();
    }

    /**
     * A page is shown.
     *
     * @param next where the one after it begins; null if there is none
     */
    public void show(@Nullable P next) {
        following = next;
        back.setVisible(place() != null);
        forward.setVisible(next != null);
    }

    /** Shows the first page of what is another list now. */
    public void restart() {
        places.clear();
        turned.run();
    }

    private void turn() {
        if (following != null) {
            places.push(following);
            turned.run();
        }
    }

    private void turnBack() {
        places.poll();
        turned.run();
    }
}
