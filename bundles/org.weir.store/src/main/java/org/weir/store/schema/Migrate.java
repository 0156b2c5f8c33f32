package org.weir.store.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Dialect;

/** Brings one schema to what its bundle ships; never back. */
final class Migrate {
    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataSource connections;
    private final Dialect dialect;
    private final Fingerprints fingerprints;
    private final OneNode oneNode;

    Migrate(DataSource connections, Dialect dialect, Fingerprints fingerprints, OneNode oneNode) {
        this.oneNode = oneNode;
        this.connections = connections;
        this.dialect = dialect;
        this.fingerprints = fingerprints;
    }

    void migrate(String schema, Collection<MigrationFile> files) throws MigrationFailed {
        if (!NAME.matcher(schema).matches()) {
            throw new MigrationFailed(
                    "\"" + schema + "\" cannot name a schema: lower-case letters, digits and _ only.");
        }
        if (files.isEmpty()) {
            throw new MigrationFailed("There is no file db/" + schema + "/V1__….sql for the schema " + schema + ".");
        }
        String fingerprint = MigrationFile.fingerprint(files);
        if (!fingerprints.matches(schema, fingerprint)) {
            oneNode.atATime(() -> migrate(schema, files, fingerprint));
        }
    }

    private void migrate(String schema, Collection<MigrationFile> files, String fingerprint) throws MigrationFailed {
        if (fingerprints.matches(schema, fingerprint)) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Flyway.class.getClassLoader());
        try {
            run(schema, flyway(schema, files));
        } catch (FlywayException e) {
            throw new MigrationFailed("The schema " + schema + " cannot be migrated: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
        fingerprints.remember(schema, fingerprint, files);
    }

    private Flyway flyway(String schema, Collection<MigrationFile> files) {
        return Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(connections)
                .defaultSchema(identifier(schema))
                .table(identifier("migrations"))
                .createSchemas(true)
                .resourceProvider(new FilesForFlyway(files))
                .javaMigrationClassProvider(List::of)
                .placeholderReplacement(false)
                .loggers("slf4j")
                .load();
    }

    /** Flyway quotes what we write unquoted. */
    private String identifier(String name) {
        return dialect == Dialect.HSQLDB ? name.toUpperCase(Locale.ROOT) : name;
    }

    private void run(String schema, Flyway flyway) throws MigrationFailed {
        MigrationInfo[] all = flyway.info().all();
        refuseOlder(schema, all);
        if (has(all, MigrationState.FAILED)) {
            LOG.info("The last migration of the schema {} failed; trying again with other files", schema);
            flyway.repair();
        }
        boolean fresh = !has(all, MigrationState.SUCCESS);
        try {
            int done = flyway.migrate().migrationsExecuted;
            LOG.info("The schema {} is migrated ({} steps)", schema, done);
        } catch (FlywayException e) {
            if (fresh) {
                forget(schema);
            }
            throw e;
        }
    }

    private static void refuseOlder(String schema, MigrationInfo[] all) throws MigrationFailed {
        MigrationInfo newest = null;
        for (MigrationInfo info : all) {
            if (info.getState() == MigrationState.FUTURE_SUCCESS) {
                newest = info;
            }
        }
        if (newest != null) {
            throw new MigrationFailed(
                    "The data of the schema " + schema + " was written by a newer version of its bundle"
                            + " (migration " + newest.getVersion() + ", " + newest.getDescription()
                            + "): install that version or a newer one again.");
        }
    }

    private static boolean has(MigrationInfo[] all, MigrationState state) {
        for (MigrationInfo info : all) {
            if (info.getState() == state && info.getVersion() != null) {
                return true;
            }
        }
        return false;
    }

    /** HSQLDB cannot roll back the tables of a first migration that failed half-way; nothing is in them yet. */
    private void forget(String schema) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
        } catch (SQLException e) {
            LOG.error("The half-made schema {} could not be dropped", schema, e);
        }
    }
}
