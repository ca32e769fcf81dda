package fr.rappel.callback;

/** How the work list is sorted; the request's number breaks ties, so that paging never skips or repeats a row. */
public enum ListOrder {
    /** Ordre de la file: whose turn comes first. */
    QUEUE("available_at", true),
    /** Promesse la plus proche. */
    PROMISE("due_at", true),
    /** Plus anciennes. */
    OLDEST("received_at", true),
    /** Plus récentes. */
    NEWEST("received_at", false);

    private final String column;
    private final boolean ascending;

    ListOrder(String column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    String column() {
        return column;
    }

    /** Condition "after the row (at, id)" in this order. */
    String afterCursor() {
        return "(r." + column + ", r.id) " + (ascending ? ">" : "<") + " (:cursorAt, :cursorId)";
    }

    String orderBy() {
        String direction = ascending ? "" : " desc";
        return "r." + column + direction + ", r.id" + direction;
    }
}
