package org.weir.records.query;

import org.weir.records.row.Sql;
import org.weir.store.api.Dialect;

/** A condition that a folded title begins with a text, in a form that lets the search of an index begin and end. */
final class Beginning {
    private static final String LAST = "\uffff";

    private Beginning() {}

    /** PostgreSQL compares in its own collation, in which a beginning is no range that ends. */
    static Sql range(Dialect dialect, String column, String beginning) {
        return dialect == Dialect.HSQLDB
                ? Sql.of(column + " >= ? and " + column + " < ? and ", beginning, beginning + LAST)
                : Sql.of(column + " >= ? and ", beginning);
    }
}
