package org.weir.store.connection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** Recognises that the database itself is not there just now, whatever was asked of it. */
public final class Away {
    private static final String CONNECTION = "08";
    /** PostgreSQL: stopped by its administrator, crashed, starting or stopping, no connection left. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "53300");

    private static final int DEEPEST = 20;

    private Away() {}

    /** Throws a 503 in the place of a failure that comes from a database that is away; otherwise returns. */
    public static void told(Exception failure) {
        if (!(failure instanceof ProblemException) && is(failure)) {
            ProblemException away = new ProblemException(503, Text.of("problem.unavailable"), List.of());
            away.initCause(failure);
            throw away;
        }
    }

    static boolean is(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && is(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean is(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || (state != null && (state.startsWith(CONNECTION) || STATES.contains(state)));
    }
}
