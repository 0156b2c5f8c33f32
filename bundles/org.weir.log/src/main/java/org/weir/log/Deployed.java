package org.weir.log;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One jar of a watched folder, and the bundle made of it. All that happens to it happens in its own thread, in order. */
final class Deployed {
    private static final Logger LOG = LoggerFactory.getLogger(Deployed.class);
    private static final long FIRST_PAUSE_MILLIS = 300;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final File file;
    private final BundleContext context;
    private final RememberFailures failures;
    private final Duration limit;
    private final Refresh refresh;
    /** What the bundle starts in its own start is born into this group: so it is known whose it is. */
    private final ThreadGroup group;

    private final ThreadPoolExecutor lane;
    private volatile @Nullable Bundle bundle;
    private volatile @Nullable Step step;
    private volatile boolean wanted;
    /** Its start had to be interrupted: it is not tried again by itself. */
    private volatile boolean hung;

    /** It could not even be installed, perhaps because of another one that is there. */
    private volatile boolean again;

    private volatile int tries;
    private volatile long nextTry;

    Deployed(File file, BundleContext context, RememberFailures failures, Duration limit) {
        this.file = file;
        this.context = context;
        this.failures = failures;
        this.limit = limit;
        this.refresh = new Refresh(context, limit);
        this.group = new ThreadGroup(file.getName());
        this.lane = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        lane.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(group, work, LeftThreads.OURS + "deploy-" + file.getName());
        thread.setDaemon(true);
        return thread;
    }

    /** What is going on with whom, since when, and whether it took too long already. */
    private static final class Step {
        private final Bundle of;
        private final boolean starting;
        private final Thread by = Thread.currentThread();
        private final long since = System.nanoTime();
        private boolean ended;
        private volatile boolean late;

        Step(Bundle of, boolean starting) {
            this.of = of;
            this.starting = starting;
        }

        synchronized void interrupt() {
            if (!ended) {
                by.interrupt();
            }
        }

        /** An interrupt that came too late is for nobody. */
        synchronized void end() {
            ended = true;
            Thread.interrupted();
        }

        String words(Duration limit) {
            return (starting ? "Its start" : "Its stop") + " did not come to an end within " + limit.toSeconds()
                    + " seconds.";
        }
    }

    private interface Work {
        void run() throws BundleException;
    }

    /** The jar came or changed. */
    Future<?> bring() {
        wanted = true;
        return lane.submit(this::load);
    }

    /** The jar went. */
    Future<?> remove() {
        wanted = false;
        return lane.submit(this::unload);
    }

    void close() {
        lane.shutdownNow();
    }

    boolean done() {
        Bundle now = bundle;
        return !wanted
                && (now == null || now.getState() == Bundle.UNINSTALLED)
                && lane.getActiveCount() == 0
                && lane.getQueue().isEmpty();
    }

    /** Another bundle came, changed or went. */
    void wake(Bundle other) {
        Bundle own = bundle;
        if (own != null && own.getBundleId() != other.getBundleId()) {
            nextTry = 0;
        } else if (own == null && wanted && again) {
            again = false;
            lane.execute(this::load);
        }
    }

    /** The regular look: tells and interrupts what takes too long, and tries again what failed. */
    void look() {
        Step now = step;
        if (now != null) {
            if (!now.late && System.nanoTime() - now.since > limit.toNanos()) {
                now.late = true;
                hung = true;
                LOG.warn("{}: {} It is interrupted where it is: {}", now.of, now.words(limit), at(now.by));
                failures.failed(now.of, now.words(limit));
                now.interrupt();
            }
            return;
        }
        Bundle own = bundle;
        if (wanted
                && !hung
                && own != null
                && !active(own)
                && lane.getActiveCount() == 0
                && lane.getQueue().isEmpty()
                && System.currentTimeMillis() >= nextTry) {
            lane.execute(this::start);
        }
    }

    private static String at(Thread thread) {
        StackTraceElement[] trace = thread.getStackTrace();
        return String.join(
                " < ", List.of(trace).stream().limit(5).map(String::valueOf).toList());
    }

    private void load() {
        String why = BundleFile.whyNot(file);
        if (!why.isEmpty()) {
            LOG.warn("{} is refused: {}", file, why);
            failures.refused(file, why);
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()))) {
            Bundle before = bundle;
            if (before == null || before.getState() == Bundle.UNINSTALLED) {
                bundle = context.installBundle(file.toURI().toString(), in);
            } else {
                stop(before);
                before.update(in);
                refresh.of(before, this::stop);
            }
            failures.forget(file);
            tries = 0;
            hung = false;
            start();
        } catch (IOException | BundleException | RuntimeException e) {
            LOG.error("{} cannot be installed", file, e);
            failures.refused(file, Reasons.of(e.getMessage(), e));
            again = true;
        }
    }

    private void start() {
        Bundle own = bundle;
        if (own == null || !wanted) {
            return;
        }
        if (fragment(own)) {
            refresh.host(own, this::stop);
            return;
        }
        try {
            limited(own, true, () -> own.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY));
            failures.forget(own);
            hung = false;
            tries = 0;
        } catch (BundleException | RuntimeException e) {
            failed(own, e);
        }
    }

    /** What is missing the first time may just be on its way, so only the second failure is told, and a repeated one not again. */
    private void failed(Bundle own, Exception e) {
        tries++;
        nextTry = System.currentTimeMillis()
                + Math.min(FIRST_PAUSE_MILLIS << Math.min(tries, 10) >> 1, LONGEST_PAUSE_MILLIS);
        boolean resolves = e instanceof BundleException it && it.getType() == BundleException.RESOLVE_ERROR;
        if (!hung && tries == (resolves ? 2 : 1)) {
            LOG.error("{} ({}) cannot be started", own, file, e);
            failures.failed(own, e);
        }
    }

    private void stop(Bundle one) {
        if (fragment(one)) {
            return;
        }
        try {
            limited(one, false, () -> one.stop(Bundle.STOP_TRANSIENT));
        } catch (BundleException | RuntimeException e) {
            LOG.warn("{} ({}) failed to stop: {}", one, file, Reasons.of(e.getMessage(), e));
        }
    }

    private void unload() {
        failures.forget(file);
        Bundle own = bundle;
        if (own == null || own.getState() == Bundle.UNINSTALLED) {
            return;
        }
        try {
            stop(own);
            own.uninstall();
            refresh.of(own, this::stop);
            failures.forget(own);
        } catch (BundleException | RuntimeException e) {
            LOG.error("{} ({}) cannot be removed", own, file, e);
        }
    }

    /** Does it under the eyes of {@link #look}. */
    private void limited(Bundle one, boolean starting, Work work) throws BundleException {
        Step now = new Step(one, starting);
        step = now;
        try {
            work.run();
        } finally {
            step = null;
            now.end();
            if (now.late) {
                LOG.info("{}: it has come to an end after all", one);
            }
        }
        if (!starting) {
            failures.left(one, LeftThreads.of(group, one));
        }
    }

    private static boolean fragment(Bundle one) {
        return one.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    private static boolean active(Bundle one) {
        return one.getState() == Bundle.ACTIVE || one.getState() == Bundle.STARTING || fragment(one);
    }
}
