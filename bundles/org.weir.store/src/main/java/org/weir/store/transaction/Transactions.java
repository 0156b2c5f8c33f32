package org.weir.store.transaction;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Database.Work;
import org.weir.store.api.Dialect;
import org.weir.store.connection.Away;
import org.weir.store.connection.FreeSpace;
import org.weir.store.connection.Inside;

/** The connection that a thread is using, and its transaction; whoever is called inside takes part. */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int TRIES = 8;
    private static final int NAP_MILLIS = 10;

    private final Dialect dialect;
    private final FreeSpace freeSpace;
    private final Jdbi jdbi;
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    public Transactions(DataSource connections, Dialect dialect, FreeSpace freeSpace) {
        this.dialect = dialect;
        this.freeSpace = freeSpace;
        this.jdbi = Jdbi.create(connections).installPlugin(new TypesOfBoth(dialect));
    }

    public Dialect dialect() {
        return dialect;
    }

    public <T, X extends Exception> T read(Work<T, X> work) throws X {
        Session session = current.get();
        if (session != null) {
            return work.with(session.handle());
        }
        try (Handle handle = jdbi.open()) {
            current.set(new Session(handle, freeSpace));
            return work.with(handle);
        } catch (Exception e) {
            told(e);
            throw e;
        } finally {
            current.remove();
        }
    }

    public <T, X extends Exception> T write(Work<T, X> work) throws X {
        Session session = current.get();
        if (session != null && session.inTransaction()) {
            return session.join(work);
        }
        freeSpace.require();
        for (int tried = 1; ; tried++) {
            try {
                return session == null ? alone(work) : upgraded(session, work);
            } catch (Exception e) {
                if (tried == TRIES || !Lost.toAnother(e)) {
                    told(e);
                    throw e;
                }
                LOG.debug("A transaction lost to a concurrent one is tried again", e);
                nap(tried);
            }
        }
    }

    /** Says what the database suffers from, when that is it; otherwise returns. */
    private void told(Exception failure) {
        Inside.told(failure);
        freeSpace.told(failure);
        Away.told(failure);
    }

    public <T, X extends Exception> T attempt(Work<T, X> work) throws X {
        Session session = current.get();
        return session != null && session.inTransaction() ? session.attempt(work) : write(work);
    }

    public void afterCommit(Runnable action) {
        Session session = current.get();
        if (session != null && session.inTransaction()) {
            session.afterCommit(action);
        } else {
            action.run();
        }
    }

    public void afterEnd(Runnable action) {
        Session session = current.get();
        if (session != null && session.inTransaction()) {
            session.afterEnd(action);
        } else {
            action.run();
        }
    }

    private <T, X extends Exception> T alone(Work<T, X> work) throws X {
        Session session;
        T result;
        try (Handle handle = jdbi.open()) {
            session = new Session(handle, freeSpace);
            current.set(session);
            result = session.transact(work);
        } finally {
            current.remove();
        }
        session.committed();
        return result;
    }

    /** A write inside a read uses the connection that is already held, so that no thread ever needs two. */
    private static <T, X extends Exception> T upgraded(Session session, Work<T, X> work) throws X {
        T result = session.transact(work);
        session.committed();
        return result;
    }

    private static void nap(int tried) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(NAP_MILLIS << Math.min(tried, 5)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Recognises a transaction that lost to a concurrent one. */
    static final class Lost {
        private static final String ROLLED_BACK = "40";

        private Lost() {}

        static boolean toAnother(Throwable failure) {
            for (Throwable it = failure; it != null; it = it.getCause()) {
                if (it instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(ROLLED_BACK)) {
                    return true;
                }
            }
            return false;
        }
    }
}
