package org.weir.store.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Dialect;

/** The open database: connections to borrow, and an orderly end. */
public final class Pool {
    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);
    private static final int IDLE_AT_LEAST = 2;

    private final Settings settings;
    private final DataSource raw;
    private final Connection first;
    private final HikariDataSource connections;

    /**
     * @param first stays open with the pool if it is HSQLDB's: an embedded database that loses its last connection closes
     *     ({@code shutdown=true}), and one that is opened again just then is there twice, on the same files
     */
    Pool(Settings settings, DataSource raw, Connection first, UnaryOperator<DataSource> around) throws SQLException {
        this.settings = settings;
        this.raw = raw;
        this.first = first;
        if (settings.dialect() != Dialect.HSQLDB) {
            first.close();
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("weir");
        config.setDataSource(around.apply(settings.dialect() == Dialect.HSQLDB ? new CompiledOnce(raw) : raw));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(IDLE_AT_LEAST, settings.poolSize()));
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        config.setInitializationFailTimeout(-1);
        this.connections = new HikariDataSource(config);
    }

    public Dialect dialect() {
        return settings.dialect();
    }

    public Settings settings() {
        return settings;
    }

    public DataSource connections() {
        return connections;
    }

    /** How the connections are used now. @param waiting threads that wait for one */
    public record Usage(int active, int idle, int waiting, int most) {}

    public Usage usage() {
        HikariPoolMXBean pool = connections.getHikariPoolMXBean();
        return pool == null
                ? new Usage(0, 0, 0, settings.poolSize())
                : new Usage(
                        pool.getActiveConnections(),
                        pool.getIdleConnections(),
                        pool.getThreadsAwaitingConnection(),
                        settings.poolSize());
    }

    /**
     * Ends all work; HSQLDB writes a checkpoint, so that the next start is quick.
     *
     * @param noSpace there is no room for a checkpoint: everything committed is in the log, which the next start reads
     */
    public void close(boolean noSpace) {
        connections.close();
        if (dialect() == Dialect.HSQLDB) {
            try (Connection connection = first.isClosed() ? raw.getConnection() : first;
                    Statement statement = connection.createStatement()) {
                statement.execute(noSpace ? "shutdown immediately" : "shutdown");
            } catch (SQLException e) {
                LOG.error("The database {} could not be shut down in order", settings, e);
            }
        }
    }
}
