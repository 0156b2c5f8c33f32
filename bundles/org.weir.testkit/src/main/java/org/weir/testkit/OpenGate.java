package org.weir.testkit;

import java.time.Duration;
import org.weir.base.api.Gate;

/** A gate for tests without concurrency: everybody enters, nobody waits. */
public final class OpenGate implements Gate {
    private static final Pass PASS = () -> {};

    @Override
    public Pass enter() {
        return PASS;
    }

    @Override
    public boolean awaitGrace(Duration atMost) {
        return true;
    }
}
