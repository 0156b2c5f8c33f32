package org.weir.store.connection;

import java.time.Duration;
import org.weir.store.api.Dialect;

/**
 * Where the database is and how it is used.
 *
 * @param url a JDBC address of HSQLDB or PostgreSQL
 * @param poolSize connections at most
 * @param patience how long a locked database is asked again; HSQLDB refuses for some 10 s after a crash
 * @param reserve bytes of disk that stay free: below it nothing is written (HSQLDB in a file only)
 */
public record Settings(String url, String user, String password, int poolSize, Duration patience, long reserve) {
    /** Connections when nothing else is said. */
    public static final int POOL_SIZE = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    public Settings {
        if (!url.startsWith("jdbc:hsqldb:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "The database address " + url + " begins neither with jdbc:hsqldb: nor with jdbc:postgresql:");
        }
    }

    public static Settings of(String url, String user, String password) {
        return new Settings(url, user, password, POOL_SIZE, PATIENCE, 0);
    }

    public Dialect dialect() {
        return url.startsWith("jdbc:postgresql:") ? Dialect.POSTGRESQL : Dialect.HSQLDB;
    }

    /** The address without its properties: fit for a message, holds no secret. */
    public String place() {
        int end = url.length();
        for (char mark : new char[] {';', '?'}) {
            int at = url.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return url.substring("jdbc:".length(), end);
    }

    @Override
    public String toString() {
        return place() + " as " + user;
    }
}
