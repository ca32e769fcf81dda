package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Numbers in rows and columns, the first cell of each row names it; scrolls sideways where it is too wide. */
class FigureTable extends Div {

    private final NativeTable table = new NativeTable();
    private final List<String> columns;

    /**
     * @param caption what it holds, said but not shown: a heading stands above
     */
    FigureTable(String caption, List<String> columns) {
        this.columns = List.copyOf(columns);
        addClassName("figure-table");
        // Reached by the keyboard, so that whoever has no mouse can scroll it.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        table.addClassName("data-table");
        table.setCaptionText(caption);
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow head = table.getHead().addRow();
        columns.forEach(column -> head.add(header(new Span(column), "col")));
        add(table);
    }

    void addRow(String name, List<? extends Component> cells) {
        NativeTableRow row = new NativeTableRow(header(new Span(name), "row"));
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(cells.get(i));
            // Where a row is a card, each number still says what it is.
            cell.getElement().setAttribute("data-label", columns.get(i + 1));
        }
        table.getBody().addRows(row);
    }

    private static NativeTableHeaderCell header(Component content, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
