package fr.rappel.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A plain table, which screen readers and keyboards know best: few rows, the first cell of each names it. */
public class DataTable extends NativeTable {

    /**
     * @param caption what it holds, said but not shown: a heading stands above
     * @param columns titles
     */
    public DataTable(String caption, List<String> columns) {
        addClassName("data-table");
        setCaptionText(caption);
        getCaption().addClassName("visually-hidden");
        NativeTableRow head = getHead().addRow();
        columns.forEach(column -> head.add(header(new Span(column), "col")));
    }

    public void addRow(Component first, Component... others) {
        getBody().addRows(row(first, others));
    }

    public static NativeTableRow row(Component first, Component... others) {
        NativeTableRow row = new NativeTableRow(header(first, "row"));
        for (Component other : others) {
            row.addDataCell().add(other);
        }
        return row;
    }

    /** Text of somebody else's length, which may break anywhere. */
    public static Span free(String text) {
        Span span = new Span(text);
        span.addClassName("free");
        return span;
    }

    private static NativeTableHeaderCell header(Component content, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
