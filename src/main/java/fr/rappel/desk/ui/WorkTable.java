package fr.rappel.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The work list in the browser: a table of our own instead of a grid, because fifty rows need no virtual scrolling, and
 * a plain table is what screen readers and the keyboard know best. The server keeps the rows' words only.
 */
@Tag("rappel-work-table")
@JsModule("./work-table.ts")
@StyleSheet("context://styles/work-list.css")
class WorkTable extends Component {

    private static final String REFERENCE = "event.detail.reference";

    private List<Row> rows = List.of();

    WorkTable(Labels labels) {
        getElement().setPropertyBean("labels", labels);
    }

    void show(List<Row> shown) {
        List<Row> known = rows;
        rows = shown;
        if (isAttached() && !shown.equals(known)) {
            send(Set.copyOf(known));
        }
    }

    List<Row> rows() {
        return rows;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        send(Set.of());
    }

    /** A row that the browser knows is sent by its reference only: a queue that moves changes one or two of fifty. */
    private void send(Set<Row> known) {
        List<?> news = rows.stream()
                .map(row -> known.contains(row) ? row.reference() : row)
                .toList();
        getElement().executeJs("this.show($0)", news);
    }

    /** Tells the reference of a request that somebody wants to take. */
    void onTake(Consumer<String> taker) {
        getElement()
                .addEventListener(
                        "row-take",
                        event -> taker.accept(
                                event.getEventData().path(REFERENCE).asString("")))
                .addEventData(REFERENCE);
    }

    /**
     * One line as people read it.
     *
     * @param state in words; {@code stateKind} names its colour
     * @param place why it stands where it stands
     * @param late whether the promise is broken
     */
    record Row(
            String reference,
            String url,
            String state,
            String stateKind,
            String name,
            String company,
            String topic,
            String region,
            String received,
            String place,
            boolean late,
            String attempts,
            String holder,
            boolean canTake) {}

    /**
     * @param takeNamed accessible name of a row's button, with {@code {name}} for the caller
     */
    record Labels(String caption, List<String> columns, String take, String takeNamed) {}
}
