package org.weir.itest.faults;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Activators of bundles that nobody wants. */
final class Hostile {
    private Hostile() {}

    /** Harmless. */
    public static final class Quiet implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // does nothing
        }

        @Override
        public void stop(BundleContext context) {
            // does nothing
        }
    }

    /** Cannot be started. */
    public static final class ThrowsInStart implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("the licence file is missing");
        }

        @Override
        public void stop(BundleContext context) {
            // it never ran
        }
    }

    /** Cannot be stopped in order. */
    public static final class ThrowsInStop implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // does nothing
        }

        @Override
        public void stop(BundleContext context) {
            throw new IllegalStateException("the till is not counted");
        }
    }

    /** Waits without end, and can be interrupted. */
    public static final class HangsInStart implements BundleActivator {
        @Override
        public void start(BundleContext context) throws InterruptedException {
            Thread.sleep(Long.MAX_VALUE);
        }

        @Override
        public void stop(BundleContext context) {
            // it never ran
        }
    }

    /** Waits without end, whoever interrupts it. */
    public static final class StubbornInStart implements BundleActivator {
        private volatile boolean enough;

        @Override
        public void start(BundleContext context) {
            while (!enough) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }

        @Override
        public void stop(BundleContext context) {
            enough = true;
        }
    }

    /** Does not come to an end when stopped. */
    public static final class HangsInStop implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // does nothing
        }

        @Override
        public void stop(BundleContext context) throws InterruptedException {
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Forgets an idle pool and a busy thread at each start. */
    public static final class LeavesThreads implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            ScheduledExecutorService forgotten = Executors.newSingleThreadScheduledExecutor();
            forgotten.schedule(LeavesThreads::nothing, 1, TimeUnit.DAYS);
            Thread busy = new Thread(LeavesThreads::nothing, "forgotten");
            busy.setDaemon(true);
            busy.start();
        }

        private static void nothing() {
            LockSupport.parkNanos(TimeUnit.DAYS.toNanos(1));
        }

        @Override
        public void stop(BundleContext context) {
            // stops nothing
        }
    }
}
