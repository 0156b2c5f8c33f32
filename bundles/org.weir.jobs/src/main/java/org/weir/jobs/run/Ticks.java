package org.weir.jobs.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done again and again: a failure is logged when it begins, and when it is over. */
final class Ticks {
    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    void tick(String what, Runnable action) {
        try {
            action.run();
            if (failing.remove(what)) {
                LOG.info("Jobs can {} again", what);
            }
        } catch (RuntimeException e) {
            if (failing.add(what)) {
                LOG.error("Jobs could not {}", what, e);
            } else {
                LOG.debug("Jobs still could not {}", what, e);
            }
        }
    }

    static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
