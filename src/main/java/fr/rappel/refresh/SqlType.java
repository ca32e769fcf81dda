package fr.rappel.refresh;

import java.sql.Types;

/** Types of the columns that imports write: the number the driver knows and the name the database knows. */
enum SqlType {
    TEXT(Types.VARCHAR, "varchar"),
    NUMBER(Types.BIGINT, "bigint"),
    FLAG(Types.BOOLEAN, "boolean"),
    DATE(Types.DATE, "date"),
    MOMENT(Types.TIMESTAMP_WITH_TIMEZONE, "timestamp with time zone");

    private final int jdbc;
    private final String sql;

    SqlType(int jdbc, String sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    int jdbc() {
        return jdbc;
    }

    String placeholder() {
        return "cast(? as " + sql + ")";
    }
}
