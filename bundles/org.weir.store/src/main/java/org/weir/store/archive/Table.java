package org.weir.store.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.weir.store.api.Archives.Refused;
import org.weir.store.api.Dialect;

/** A table as an archive sees it: names in lower case, whatever the database makes of them. */
record Table(String schema, String name, List<Column> columns) {
    record Column(String name, Kind kind) {}

    /** What Flyway writes by itself. */
    private static final String HISTORY = "migrations";

    String qualified() {
        return schema + "." + name;
    }

    String select() {
        return "select " + names() + " from " + qualified();
    }

    String insert() {
        String places = columns.stream().map(it -> "?").collect(Collectors.joining(", "));
        return "insert into " + qualified() + " (" + names() + ") values (" + places + ")";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The tables of a schema by name, without the history of its migrations. */
    static List<Table> of(Connection connection, Dialect dialect, String schema) throws SQLException, Refused {
        String there = dialect == Dialect.HSQLDB ? schema.toUpperCase(Locale.ROOT) : schema;
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, there, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        names.sort(String::compareTo);
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            if (!name.equalsIgnoreCase(HISTORY)) {
                tables.add(new Table(schema, low(name), columns(connection, there, name)));
            }
        }
        return tables;
    }

    private static List<Column> columns(Connection connection, String schema, String table)
            throws SQLException, Refused {
        List<Column> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, schema, table, "%")) {
            while (found.next()) {
                String name = low(found.getString("COLUMN_NAME"));
                columns.add(new Column(
                        name,
                        Kind.of(
                                low(schema + "." + table) + "." + name,
                                found.getInt("DATA_TYPE"),
                                found.getString("TYPE_NAME"))));
            }
        }
        return columns;
    }

    private static String low(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
