package org.weir.operations.backup;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.weir.store.api.Archives.Contents;
import org.weir.store.api.Archives.Progress;

/** Tells a person at a terminal how far it is, every few seconds. */
final class Told implements Progress {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream out;
    private long last = System.nanoTime();

    Told(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(String what, int done, int total) {
        long now = System.nanoTime();
        if (now - last > EVERY) {
            last = now;
            out.printf(Locale.ROOT, "  %s (%d of %d)%n", what, done, total);
        }
    }

    static String sentence(Contents it) {
        return String.format(Locale.ROOT, "%,d rows of %d tables, %d files", it.rows(), it.tables(), it.files());
    }
}
