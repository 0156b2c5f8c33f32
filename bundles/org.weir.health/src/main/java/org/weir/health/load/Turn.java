package org.weir.health.load;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request's turn: held while Weir works for it, given back while its client sends or receives. */
final class Turn {
    /** Waits for the client. */
    @FunctionalInterface
    interface Wait<T, X extends Exception> {
        T until() throws IOException, X;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final Line line;
    private final String what;
    private boolean held = true;
    private long since = System.nanoTime();

    /** @param what is told when it takes too long */
    Turn(Line line, String what) {
        this.line = line;
        this.what = what;
        line.begun(this);
    }

    <T, X extends Exception> T without(Wait<T, X> wait) throws IOException, X {
        boolean before = give();
        try {
            return wait.until();
        } finally {
            if (before) {
                take();
            }
        }
    }

    /** @return whether it was held */
    synchronized boolean give() {
        boolean before = held;
        if (held) {
            held = false;
            line.give();
        }
        return before;
    }

    /** The work is done. */
    void end() {
        line.ended(this);
        give();
    }

    /** Others wait: who has worked for so long goes on without a turn. */
    synchronized void giveIfLongerThan(long nanos) {
        if (held && System.nanoTime() - since > nanos) {
            LOG.warn("{} takes long; it goes on, and others are served beside it", what);
            give();
        }
    }

    /** Who has waited too long for it goes on without: the work was begun already. */
    private void take() throws InterruptedIOException {
        try {
            boolean again = line.takeAgain();
            synchronized (this) {
                held = again;
                since = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
