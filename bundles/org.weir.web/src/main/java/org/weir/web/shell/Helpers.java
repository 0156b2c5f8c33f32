package org.weir.web.shell;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.weir.base.api.Gate;

/** A few threads that take over pieces of a request; what none of them has begun when it is wanted the request does itself. */
final class Helpers implements AutoCloseable {
    private static final long IDLE_SECONDS = 30;
    private static final int WAITING = 64;

    private final Gate gate;
    private final ThreadPoolExecutor threads;

    Helpers(int most, Gate gate) {
        this.gate = gate;
        threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                work -> {
                    Thread thread = new Thread(work, "weir-page");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy()); // the request does it itself
        threads.allowCoreThreadTimeOut(true);
    }

    <T> Supplier<T> meanwhile(Supplier<T> piece) {
        FutureTask<T> task = new FutureTask<>(piece::get);
        Map<String, String> context = MDC.getCopyOfContextMap();
        threads.execute(() -> help(task, context == null ? Map.of() : context));
        return () -> result(task);
    }

    /** Found by whoever asks first; others wait. */
    static <T> Supplier<T> once(Supplier<T> find) {
        FutureTask<T> task = new FutureTask<>(find::get);
        return () -> result(task);
    }

    @SuppressWarnings("try")
    private void help(FutureTask<?> task, Map<String, String> context) {
        if (task.isDone()) {
            return;
        }
        MDC.setContextMap(context);
        try (Gate.Pass pass = gate.enter()) {
            task.run();
        } finally {
            MDC.clear();
        }
    }

    private static <T> T result(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            if (e.getCause() instanceof Error own) {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
