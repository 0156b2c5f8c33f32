package org.weir.itest;

import java.util.concurrent.Callable;

/** Waits for something that happens by itself. */
public final class Eventually {
    private static final int TRIES = 600;
    private static final int PAUSE_MILLIS = 100;

    private Eventually() {}

    /** @throws AssertionError when it has not come true after a minute */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("never: " + what);
    }
}
