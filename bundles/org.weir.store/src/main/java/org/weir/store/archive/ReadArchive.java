package org.weir.store.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Archives.Progress;
import org.weir.store.api.Archives.Refused;
import org.weir.store.api.Dialect;
import org.weir.store.connection.Pool;
import org.weir.store.schema.MigrationFailed;
import org.weir.store.schema.MigrationFile;
import org.weir.store.schema.Schemas;

/** Reads the database of one archive into an empty one. */
final class ReadArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ReadArchive.class);
    private static final int BATCH = 1000;

    private final Pool pool;
    private final Schemas schemas;
    private final OpenArchive archive;
    private final Progress progress;

    ReadArchive(Pool pool, Schemas schemas, OpenArchive archive, Progress progress) {
        this.pool = pool;
        this.schemas = schemas;
        this.archive = archive;
        this.progress = progress;
    }

    /** The database must be empty; it is again when this fails. */
    void read() throws Refused {
        Manifest manifest = archive.manifest();
        try (Connection connection = pool.connections().getConnection()) {
            schemas.requireEmpty(connection);
            schemas.restoring(connection, true);
            boolean done = false;
            try {
                for (Map.Entry<String, List<MigrationFile>> schema :
                        manifest.schemas().entrySet()) {
                    schemas.migrated(schema.getKey(), schema.getValue());
                }
                load(connection, manifest);
                verify(connection, manifest);
                done = true;
            } finally {
                if (done) {
                    schemas.restoring(connection, false);
                } else {
                    empty(connection, manifest);
                }
            }
        } catch (MigrationFailed e) {
            throw new Refused(e.getMessage() == null ? "A schema cannot be made." : e.getMessage(), e);
        } catch (SQLException | IOException e) {
            throw new Refused("The archive could not be read into the database: " + e.getMessage(), e);
        }
    }

    private void load(Connection connection, Manifest manifest) throws SQLException, IOException, Refused {
        Map<String, Table> tables = tables(connection, manifest);
        References references = References.of(connection, pool.dialect());
        references.drop(connection);
        connection.setAutoCommit(false);
        int done = 0;
        for (Manifest.Rows rows : manifest.tables()) {
            progress.at(
                    rows.schema() + "." + rows.table(),
                    done++,
                    2 * manifest.tables().size());
            load(connection, ordered(tables, rows), rows);
        }
        connection.commit();
        connection.setAutoCommit(true);
        references.add(connection);
        Sequences.set(connection, manifest.sequences());
    }

    private static Map<String, Table> tables(Connection connection, Dialect dialect, Manifest manifest)
            throws SQLException, Refused {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String schema : manifest.schemas().keySet()) {
            Table.of(connection, dialect, schema).forEach(it -> tables.put(it.qualified(), it));
        }
        return tables;
    }

    private Map<String, Table> tables(Connection connection, Manifest manifest) throws SQLException, Refused {
        return tables(connection, pool.dialect(), manifest);
    }

    /** The table with its columns in the order of the archive. */
    private static Table ordered(Map<String, Table> tables, Manifest.Rows rows) throws Refused {
        Table table = tables.get(rows.schema() + "." + rows.table());
        if (table == null || table.columns().size() != rows.columns().size()) {
            throw new Refused("The table " + rows.schema() + "." + rows.table()
                    + " is not what the migrations in the archive make.");
        }
        Map<String, Table.Column> byName =
                table.columns().stream().collect(Collectors.toMap(Table.Column::name, Function.identity()));
        List<Table.Column> columns = new ArrayList<>();
        for (String name : rows.columns()) {
            columns.add(Objects.requireNonNull(byName.get(name), name));
        }
        return new Table(table.schema(), table.name(), columns);
    }

    private void load(Connection connection, Table table, Manifest.Rows rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // what a migration put there itself
            statement.execute("delete from " + table.qualified());
        }
        try (BufferedReader lines = archive.lines(rows);
                PreparedStatement insert = connection.prepareStatement(table.insert())) {
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bind(insert, table, Lines.values(line));
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private void bind(PreparedStatement insert, Table table, List<@Nullable String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Kind kind = table.columns().get(i).kind();
            String value = values.get(i);
            if (value == null) {
                insert.setNull(i + 1, pool.dialect() == Dialect.HSQLDB ? Types.NULL : Types.OTHER);
            } else {
                kind.set(insert, i + 1, value);
            }
        }
    }

    /** Reads back what was written: rows and their sum, table by table. */
    private void verify(Connection connection, Manifest manifest) throws SQLException, IOException, Refused {
        Map<String, Table> tables = tables(connection, manifest);
        connection.setAutoCommit(false);
        int done = manifest.tables().size();
        for (Manifest.Rows rows : manifest.tables()) {
            progress.at(
                    rows.schema() + "." + rows.table(),
                    done++,
                    2 * manifest.tables().size());
            Sum sum = new Sum();
            Lines.each(connection, pool.dialect(), ordered(tables, rows), sum::add);
            if (sum.rows() != rows.rows() || !sum.hex().equals(rows.sum())) {
                throw new Refused("The table " + rows.schema() + "." + rows.table() + " holds other rows (" + sum.rows()
                        + ") than the archive (" + rows.rows() + ").");
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private void empty(Connection connection, Manifest manifest) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            schemas.forget(connection, manifest.schemas().keySet());
        } catch (SQLException e) {
            LOG.error("What was restored so far could not be removed; the database has to be emptied by hand", e);
        }
    }
}
