package org.weir.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Goes through every index of the embedded database and counts what it leads to. A failure inside of HSQLDB may leave an
 * index that no longer leads to every row of its table; the rows themselves stay whole, so the index can be made anew.
 */
final class Indexes {
    /** What HSQLDB says of a table, and of an index; whatever else it says is damage. */
    private static final String ROWS = "rows ";

    private static final String READABLE = "readable rows ";

    private final Drivers drivers;

    Indexes(Drivers drivers) {
        this.drivers = drivers;
    }

    /**
     * @param found how many indexes were looked at
     * @param damaged the tables with one that is damaged
     * @param left those of them whose indexes could not be made anew
     */
    record Report(int found, List<String> damaged, List<String> left) {}

    /**
     * Takes about two minutes for a million records; nobody else may have the database open.
     *
     * @param mend whether damaged ones are made anew
     */
    Report examine(String url, Properties store, boolean mend) throws CannotStart {
        try (Drivers.Opened opened = drivers.hsqldb(url, store);
                Statement statement = opened.connection().createStatement()) {
            int found = 0;
            List<String> damaged = new ArrayList<>();
            List<String> left = new ArrayList<>();
            for (String table : tables(opened.connection())) {
                List<String> said = check(statement, table, mend);
                found += (int)
                        said.stream().filter(it -> it.startsWith(READABLE)).count();
                if (!whole(said)) {
                    damaged.add(table.replace("\"", ""));
                    if (mend && !whole(check(statement, table, false))) {
                        left.add(table.replace("\"", ""));
                    }
                }
            }
            statement.execute("shutdown");
            return new Report(found, damaged, left);
        } catch (SQLException e) {
            throw new CannotStart("The database " + url + " cannot be looked through: " + e.getMessage() + ".");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(quoted(rows.getString("TABLE_SCHEM")) + "." + quoted(rows.getString("TABLE_NAME")));
            }
        }
        return tables;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Every index leads to as many rows as the table has. */
    private static boolean whole(List<String> said) {
        List<String> rows = said.stream().filter(it -> it.startsWith(ROWS)).toList();
        return rows.isEmpty()
                || said.stream()
                        .filter(it -> !it.startsWith(ROWS))
                        .allMatch(it -> it.equals(READABLE + rows.get(0).substring(ROWS.length())));
    }

    private static List<String> check(Statement statement, String table, boolean mend) throws SQLException {
        List<String> said = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("perform check table " + table + " index" + (mend ? " and fix" : ""))) {
            while (rows.next()) {
                said.add(rows.getString(rows.getMetaData().getColumnCount()));
            }
        }
        return said;
    }
}
