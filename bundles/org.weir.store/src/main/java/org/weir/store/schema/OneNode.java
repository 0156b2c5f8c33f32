package org.weir.store.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.weir.store.api.Dialect;
import org.weir.store.connection.Pool;

/** Lets one node at a time change schemas; the others wait. Given up by the database should the node die. */
record OneNode(Pool pool) {
    /** Any number that nobody else takes. */
    private static final long KEY = 0x57656972_4d696772L;

    /** The change. */
    interface Change<X extends Exception> {
        void make() throws X;
    }

    /** HSQLDB has one process anyway. */
    <X extends Exception> void atATime(Change<X> change) throws X {
        if (pool.dialect() == Dialect.HSQLDB) {
            change.make();
            return;
        }
        try (Connection connection = pool.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + KEY + ")");
            try {
                change.make();
            } finally {
                statement.execute("select pg_advisory_unlock(" + KEY + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock for changes of schemas failed: " + e.getMessage(), e);
        }
    }
}
