package org.weir.store.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.weir.store.api.Dialect;

/** References between tables, set aside while rows come in any order. */
final class References {
    private static final String ALL_OF_POSTGRESQL = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
              format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype = 'f'
            """;

    private final List<String> drop = new ArrayList<>();
    private final List<String> add = new ArrayList<>();

    private References() {}

    /** Those of the whole database, which holds nothing but what is being restored. */
    static References of(Connection connection, Dialect dialect) throws SQLException {
        References references = new References();
        if (dialect == Dialect.HSQLDB) {
            references.drop.add("set database referential integrity false");
            references.add.add("set database referential integrity true");
            return references;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL_OF_POSTGRESQL)) {
            while (row.next()) {
                references.drop.add(row.getString(1));
                references.add.add(row.getString(2));
            }
        }
        return references;
    }

    void drop(Connection connection) throws SQLException {
        run(connection, drop);
    }

    /** Also checks that every one holds (PostgreSQL). */
    void add(Connection connection) throws SQLException {
        run(connection, add);
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
