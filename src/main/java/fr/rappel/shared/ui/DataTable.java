package fr.rappel.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * A plain table, which screen readers and keyboards know best: few rows, the first cell of each names it. Where there is no
 * room for columns each row becomes a card; the roles say that it is a table all the same.
 */
public class DataTable extends NativeTable {

    private final List<String> columns;

    /**
     * @param caption what it holds, said but not shown: a heading stands above
     * @param columns titles
     */
    public DataTable(String caption, List<String> columns) {
        this.columns = List.copyOf(columns);
        addClassName("data-table");
        role(this, "table");
        role(getHead(), "rowgroup");
        role(getBody(), "rowgroup");
        setCaptionText(caption);
        getCaption().addClassName("visually-hidden");
        NativeTableRow head = getHead().addRow();
        role(head, "row");
        columns.forEach(column -> head.add(header(new Span(column), "col", "columnheader")));
    }

    public void addRow(Component first, Component... others) {
        getBody().addRows(row(first, others));
    }

    /** A row that is not in the table yet. */
    public NativeTableRow row(Component first, Component... others) {
        NativeTableRow row = new NativeTableRow(header(first, "row", "rowheader"));
        role(row, "row");
        for (int i = 0; i < others.length; i++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(others[i]);
            cell.getElement().setAttribute("data-label", columns.get(i + 1));
            role(cell, "cell");
        }
        return row;
    }

    /** Text of somebody else's length, which may break anywhere. */
    public static Span free(String text) {
        return marked(text, "free");
    }

    /** A day, an amount or a short number, which is read in one piece. */
    public static Span whole(String text) {
        return marked(text, "whole");
    }

    private static Span marked(String text, String name) {
        Span span = new Span(text);
        span.addClassName(name);
        return span;
    }

    private static NativeTableHeaderCell header(Component content, String scope, String role) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        role(cell, role);
        return cell;
    }

    private static void role(Component component, String role) {
        component.getElement().setAttribute("role", role);
    }
}
