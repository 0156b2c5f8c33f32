package org.weir.store.embed;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.weir.base.api.Notice;
import org.weir.store.api.Archives;
import org.weir.store.api.Database;
import org.weir.store.archive.StoredArchives;
import org.weir.store.connection.CannotOpen;
import org.weir.store.connection.FreeSpace;
import org.weir.store.connection.OpenPool;
import org.weir.store.connection.Pool;
import org.weir.store.connection.Settings;
import org.weir.store.schema.MigrationFailed;
import org.weir.store.schema.MigrationFile;
import org.weir.store.schema.Schemas;
import org.weir.store.transaction.Transactions;

/** An open database with its schemas; what the store component wraps and what tests use directly. */
public final class Store implements AutoCloseable {
    private final Pool pool;
    private final Schemas schemas;
    private final FreeSpace freeSpace;

    private Store(Pool pool) {
        this.pool = pool;
        this.freeSpace = new FreeSpace(pool.settings());
        Transactions transactions = new Transactions(pool.connections(), pool.dialect(), freeSpace);
        this.schemas = new Schemas(pool, transactions, Clock.systemUTC());
    }

    /** Opens the database; waits for a lock as long as the settings say. */
    public static Store open(Settings settings) throws CannotOpen, InterruptedException {
        return open(settings, UnaryOperator.identity());
    }

    /** @param around what is put around the source of connections, to watch what is done with them */
    public static Store open(Settings settings, UnaryOperator<DataSource> around)
            throws CannotOpen, InterruptedException {
        Pool pool = new OpenPool(settings, around).open();
        try {
            return new Store(pool);
        } catch (RuntimeException e) {
            pool.close(false);
            throw new CannotOpen("The database " + settings + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The schema, brought to these files. */
    public Database migrated(String schema, Collection<MigrationFile> files) throws MigrationFailed {
        return schemas.migrated(schema, files);
    }

    public Pool.Usage usage() {
        return pool.usage();
    }

    /** Says when nothing is written because the disk is almost full. */
    public Notice notice() {
        return freeSpace;
    }

    /**
     * Archives of this database.
     *
     * @param version of this Weir
     * @param known the names of the migration files that the installed bundles bring, by schema
     */
    public Archives archives(String version, Supplier<Map<String, Set<String>>> known) {
        return new StoredArchives(pool, schemas, version, known);
    }

    @Override
    public void close() {
        pool.close(freeSpace.full());
    }
}
