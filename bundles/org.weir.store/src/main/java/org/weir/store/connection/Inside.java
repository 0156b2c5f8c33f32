package org.weir.store.connection;

import org.hsqldb.HsqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises that HSQLDB failed inside of itself, not on what it was asked. The transaction is rolled back as any other,
 * but an index that was being written may no longer lead to all rows.
 */
public final class Inside {
    private static final Logger LOG = LoggerFactory.getLogger(Inside.class);
    private static final int DEEPEST = 20;

    private Inside() {}

    /** Tells the log what is to be done, if it is such a failure. */
    public static void told(Exception failure) {
        if (is(failure)) {
            LOG.error(
                    "HSQLDB failed inside of itself, an index may be damaged:"
                            + " stop Weir and let \"weir doctor indexes\" look",
                    failure);
        }
    }

    static boolean is(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof HsqlException
                    && cause.getCause() instanceof RuntimeException
                    && !(cause.getCause() instanceof HsqlException)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
