package org.weir.health.load;

import java.io.IOException;
import java.io.InterruptedIOException;

/** One request's turn: held while Weir works for it, given back while its client sends or receives. */
final class Turn {
    /** Waits for the client. */
    @FunctionalInterface
    interface Wait<T, X extends Exception> {
        T until() throws IOException, X;
    }

    private final Line line;
    private boolean held = true;

    Turn(Line line) {
        this.line = line;
    }

    <T, X extends Exception> T without(Wait<T, X> wait) throws IOException, X {
        boolean before = held;
        give();
        try {
            return wait.until();
        } finally {
            if (before) {
                take();
            }
        }
    }

    void give() {
        if (held) {
            held = false;
            line.give();
        }
    }

    /** Who has waited too long for it goes on without: the work was begun already. */
    private void take() throws InterruptedIOException {
        try {
            held = line.takeAgain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
