package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Consumer;

/**
 * The work list in the browser: a table of our own instead of a grid, because fifty rows need no virtual scrolling, and
 * a plain table is what screen readers and the keyboard know best. The server keeps the rows' words only.
 */
@Tag("rappel-work-table")
@JsModule("./work-table.ts")
class WorkTable extends Component {

    WorkTable(Labels labels) {
        getElement().setPropertyBean("labels", labels);
    }

    void show(List<Row> rows) {
        getElement().setPropertyList("rows", rows);
    }

    void onTake(Consumer<String> taker) {
        addListener(Take.class, event -> taker.accept(event.reference));
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

    /** Somebody asked for a row's request. */
    @DomEvent("row-take")
    static class Take extends ComponentEvent<WorkTable> {

        private final String reference;

        public Take(WorkTable source, boolean fromClient, @EventData("event.detail.reference") String reference) {
            super(source, fromClient);
            this.reference = reference;
        }
    }
}
