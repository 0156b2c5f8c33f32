package org.weir.testkit.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;
import org.weir.store.connection.CannotOpen;
import org.weir.store.connection.Settings;
import org.weir.store.embed.Store;
import org.weir.store.schema.MigrationFailed;
import org.weir.store.schema.MigrationFile;

/** A fresh database with the migrated schemas a test asked for; gone when closed. */
public final class TestDatabase implements AutoCloseable {
    private static final String HSQLDB = ";sql.syntax_pgs=true;hsqldb.tx=mvcc;hsqldb.default_table_type=cached";

    private final Dialect dialect;
    private final Settings settings;
    private final CountStatements statements = new CountStatements();
    private final Store store;
    private final Map<String, Database> schemas;
    private final Runnable drop;

    private TestDatabase(Settings settings, List<String> schemas, Runnable drop) {
        this.dialect = settings.dialect();
        this.settings = settings;
        this.store = store(settings, statements);
        this.schemas = migrated(store, schemas);
        this.drop = drop;
    }

    /** A database outside of {@link OnEachDatabase}; close it. */
    public static TestDatabase open(Dialect dialect, String... schemas) {
        List<String> names = List.of(schemas);
        return switch (dialect) {
            case HSQLDB ->
                new TestDatabase(
                        Settings.of("jdbc:hsqldb:mem:" + UUID.randomUUID() + HSQLDB, "SA", ""), names, () -> {});
            case POSTGRESQL -> {
                String name = Postgres.database(String.join(",", names), url -> fill(url, names));
                yield new TestDatabase(postgres(Postgres.url(name)), names, () -> Postgres.drop(name));
            }
        };
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Whether the schema was asked for. */
    public boolean has(String name) {
        return schemas.containsKey(name);
    }

    /** @param name one of the schemas asked for */
    public Database schema(String name) {
        Database database = schemas.get(name);
        if (database == null) {
            throw new IllegalArgumentException("Only the schemas " + schemas.keySet() + " were asked for, not " + name);
        }
        return database;
    }

    /** Where the database is, for a test that opens it a second time, as another node would. */
    public Settings settings() {
        return settings;
    }

    /** The texts of the statements that were prepared last, 50 at most, the oldest first. */
    public List<String> lastStatements() {
        return statements.last();
    }

    /** How many statements have been sent to this database so far; a batch is one. */
    public long statements() {
        return statements.number();
    }

    /** The migrations of a schema as they lie on the class path. */
    public static List<MigrationFile> migrations(String schema) {
        return ClassPath.migrations(schema);
    }

    /** The same database through a pool of its own, as another node sees it. Only PostgreSQL has more than one node. */
    public Store anotherNode() {
        return store(settings, UnaryOperator.identity());
    }

    @Override
    public void close() {
        store.close();
        drop.run();
    }

    private static void fill(String url, List<String> schemas) {
        try (Store store = store(postgres(url), UnaryOperator.identity())) {
            migrated(store, schemas);
        }
    }

    private static Settings postgres(String url) {
        return new Settings(url, "postgres", "", 10, Duration.ZERO, 0);
    }

    private static Store store(Settings settings, UnaryOperator<DataSource> around) {
        try {
            return Store.open(settings, around);
        } catch (CannotOpen e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Database> migrated(Store store, List<String> schemas) {
        Map<String, Database> result = new LinkedHashMap<>();
        for (String schema : schemas) {
            try {
                result.put(schema, store.migrated(schema, ClassPath.migrations(schema)));
            } catch (MigrationFailed e) {
                store.close();
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
        return result;
    }
}
