package org.weir.health.load;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client still sends when it has been answered already. A connection closed upon unread bytes is reset, and what
 * was on its way to the client is thrown away with it: it would never learn why it was refused. So the answer goes out
 * first, then for a moment what still comes is taken off the line.
 */
final class Remainder {
    private static final Logger LOG = LoggerFactory.getLogger(Remainder.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STEP_MILLIS = 5;

    /** Threads that may be spent on this at once; who comes beyond is simply cut off. */
    private static final Semaphore PLACES = new Semaphore(16);

    private Remainder() {}

    /** Returns when all has come, the client has gone, or a second is over. */
    static void takeOff(HttpServletRequest asked, HttpServletResponse answer) {
        if (asked.isAsyncStarted() || !PLACES.tryAcquire()) {
            return;
        }
        try {
            ServletInputStream in = asked.getInputStream();
            answer.flushBuffer();
            byte[] buffer = new byte[64 << 10];
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!in.isFinished() && System.nanoTime() < deadline) {
                if (in.available() == 0) {
                    Thread.sleep(STEP_MILLIS);
                } else if (in.read(buffer) < 0) {
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The rest of a request did not come", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            PLACES.release();
        }
    }
}
