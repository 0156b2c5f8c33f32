package org.weir.store.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.weir.store.api.Dialect;

/** The next number of each sequence. */
final class Sequences {
    private static final String ALL = "select sequence_schema, sequence_name from information_schema.sequences";

    private Sequences() {}

    static Map<String, Long> all(Connection connection, Dialect dialect, Collection<String> schemas)
            throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        for (String sequence : names(connection, schemas)) {
            next.put(sequence, next(connection, dialect, sequence));
        }
        return next;
    }

    private static List<String> names(Connection connection, Collection<String> schemas) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                String schema = row.getString(1).toLowerCase(Locale.ROOT);
                if (schemas.contains(schema)) {
                    names.add(schema + "." + row.getString(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private static long next(Connection connection, Dialect dialect, String sequence) throws SQLException {
        String sql =
                switch (dialect) {
                    case HSQLDB -> """
                        select cast(next_value as bigint) from information_schema.sequences
                        where lower(sequence_schema || '.' || sequence_name) = ?
                        """;
                    case POSTGRESQL ->
                        "select case when is_called then last_value + 1 else last_value end from " + sequence
                                + " where ? <> ''";
                };
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, sequence);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void set(Connection connection, Map<String, Long> next) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Long> sequence : next.entrySet()) {
                statement.execute("alter sequence " + sequence.getKey() + " restart with " + sequence.getValue());
            }
        }
    }
}
