package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.rappel.shared.ui.DataTable;
import java.util.List;

/** Numbers in rows and columns, the first cell of each row names it; scrolls sideways where it is too wide. */
class FigureTable extends Div {

    private final DataTable table;

    /**
     * @param caption what it holds, said but not shown: a heading stands above
     */
    FigureTable(String caption, List<String> columns) {
        table = new DataTable(caption, columns);
        addClassName("figure-table");
        // Reached by the keyboard, so that whoever has no mouse can scroll it.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        add(table);
    }

    void addRow(String name, List<? extends Component> cells) {
        table.addRow(new Span(name), cells.toArray(Component[]::new));
    }
}
