package org.weir.store.schema;

import java.time.Clock;
import java.util.Collection;
import org.weir.store.api.Database;
import org.weir.store.connection.Pool;
import org.weir.store.transaction.Transactions;

/** The schemas of one open database. */
public final class Schemas {
    private final Transactions transactions;
    private final Migrate migrate;

    public Schemas(Pool pool, Transactions transactions, Clock clock) {
        this.transactions = transactions;
        Fingerprints fingerprints = new Fingerprints(transactions, clock);
        fingerprints.prepare();
        this.migrate = new Migrate(pool.connections(), pool.dialect(), fingerprints);
    }

    /** Migrates the schema to these files, creating it if need be. */
    public Database migrated(String schema, Collection<MigrationFile> files) throws MigrationFailed {
        migrate.migrate(schema, files);
        return new SchemaDatabase(schema, transactions);
    }
}
