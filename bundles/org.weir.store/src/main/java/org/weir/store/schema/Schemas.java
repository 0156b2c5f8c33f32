package org.weir.store.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.weir.store.api.Archives.Refused;
import org.weir.store.api.Database;
import org.weir.store.connection.Pool;
import org.weir.store.transaction.Transactions;

/** The schemas of one open database. */
public final class Schemas {
    private static final String TABLES = """
            select table_schema, table_name from information_schema.tables
            where lower(table_schema) not in ('information_schema', 'pg_catalog', 'system_lobs')
              and not (lower(table_schema) = 'store' and lower(table_name) in ('migrated', 'files'))
            """;

    private final Transactions transactions;
    private final Migrate migrate;

    public Schemas(Pool pool, Transactions transactions, Clock clock) {
        this.transactions = transactions;
        Fingerprints fingerprints = new Fingerprints(transactions, clock);
        OneNode oneNode = new OneNode(pool);
        requireWhole();
        fingerprints.prepare(oneNode);
        this.migrate = new Migrate(pool.connections(), pool.dialect(), fingerprints, oneNode);
    }

    /** Migrates the schema to these files, creating it if need be. */
    public Database migrated(String schema, Collection<MigrationFile> files) throws MigrationFailed {
        migrate.migrate(schema, files);
        return new SchemaDatabase(schema, transactions);
    }

    /** The migrations of every schema that the database holds, as they were run. */
    public Map<String, List<MigrationFile>> files(Connection connection) throws SQLException {
        Map<String, List<MigrationFile>> all = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select name, file, body from store.files order by name, file")) {
            while (row.next()) {
                all.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(new MigrationFile(row.getString(2), row.getString(3)));
            }
        }
        return all;
    }

    /** @throws Refused when somebody has tables in this database */
    public void requireEmpty(Connection connection) throws SQLException, Refused {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            if (row.next()) {
                throw new Refused("The database is not empty: it has the table "
                        + row.getString(1).toLowerCase(Locale.ROOT) + "."
                        + row.getString(2).toLowerCase(Locale.ROOT) + ".");
            }
        }
    }

    /** Marks a database that is being filled: no Weir starts with one that was filled half. */
    public void restoring(Connection connection, boolean begins) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    begins ? "create table store.restoring (since date not null)" : "drop table store.restoring");
        }
    }

    /** Removes these schemas as if they had never been. */
    public void forget(Connection connection, Collection<String> names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                statement.execute("drop schema if exists " + name + " cascade");
            }
            statement.execute("delete from store.migrated");
            statement.execute("delete from store.files");
            statement.execute("drop table store.restoring");
        }
    }

    private void requireWhole() {
        boolean half = transactions.read(
                handle -> handle.createQuery("""
                                select count(*) from information_schema.tables
                                where lower(table_schema) = 'store' and lower(table_name) = 'restoring'
                                """).mapTo(Integer.class).one() > 0);
        if (half) {
            throw new IllegalStateException(
                    "an archive was being restored into it and that did not end; empty it and restore again");
        }
    }
}
