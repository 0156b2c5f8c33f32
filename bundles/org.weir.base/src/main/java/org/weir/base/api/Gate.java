package org.weir.base.api;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets work in flight finish before what it uses goes away. Every request, event delivery and job step runs inside
 * {@link #enter()}; a whiteboard that loses a contribution first takes it out of its lists (new work no longer sees
 * it) and then calls {@link #awaitGrace}, which returns when all work that began before has ended. Because a service is
 * unbound inside {@code Bundle.stop()}, a bundle is only stopped when nobody is inside its code any more.
 */
@ProviderType
public interface Gate {
    /** Work begins; close when it ends. Long-lived streams must not hold a pass. */
    Pass enter();

    /**
     * Waits until all work that had entered before this call has left; the caller's own pass does not count.
     *
     * @return false when {@code atMost} was over first
     */
    boolean awaitGrace(Duration atMost);

    /** Ends the work; never throws, may be closed once only, by the thread that entered. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }
}
