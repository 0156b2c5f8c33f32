package org.weir.store.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Dialect;

/** Opens the database, waiting a while for a lock to go away, or says in one sentence why it cannot. */
public final class OpenPool {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPool.class);
    private static final long NAP_MILLIS = 250;

    /** What every commit depends on, whatever the address says; sizes in MB (log) and KB (cache). */
    private static final List<String> HSQLDB = List.of(
            "set files write delay false",
            "set files log size 32",
            "set files cache size 24576",
            "set files cache rows 36000",
            "set database transaction control mvcc",
            "set database sql syntax pgs true",
            "set database default table type cached");

    private final Settings settings;
    private final UnaryOperator<DataSource> around;

    public OpenPool(Settings settings) {
        this(settings, UnaryOperator.identity());
    }

    /** @param around what is put around the source of connections, to watch what is done with them */
    public OpenPool(Settings settings, UnaryOperator<DataSource> around) {
        this.settings = settings;
        this.around = around;
    }

    public Pool open() throws CannotOpen, InterruptedException {
        DataSource raw = raw();
        long deadline = System.nanoTime() + settings.patience().toNanos();
        boolean waiting = false;
        while (true) {
            try {
                return new Pool(settings, raw, first(raw), around);
            } catch (SQLException e) {
                Refusal refusal = Refusal.of(e);
                if (refusal != Refusal.LOCKED || System.nanoTime() - deadline >= 0) {
                    throw new CannotOpen(refusal.sentence(settings, e), e);
                }
                if (!waiting) {
                    LOG.info("The database {} is locked, perhaps by a process that crashed; waiting", settings);
                    waiting = true;
                }
                Thread.sleep(NAP_MILLIS);
            }
        }
    }

    /** The connection that opens the database and, for HSQLDB, sets it up. */
    private Connection first(DataSource raw) throws SQLException {
        Connection first = raw.getConnection();
        try {
            prepare(first);
            return first;
        } catch (SQLException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private DataSource raw() {
        return settings.dialect() == Dialect.POSTGRESQL ? postgresql() : hsqldb();
    }

    private DataSource postgresql() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setApplicationName("weir");
        source.setTcpKeepAlive(true);
        return source;
    }

    private DataSource hsqldb() {
        if (System.getProperty("hsqldb.reconfig_logging") == null) {
            System.setProperty("hsqldb.reconfig_logging", "false");
        }
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    private void prepare(Connection connection) throws SQLException {
        if (settings.dialect() != Dialect.HSQLDB) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : HSQLDB) {
                statement.execute(sql);
            }
        }
    }
}
