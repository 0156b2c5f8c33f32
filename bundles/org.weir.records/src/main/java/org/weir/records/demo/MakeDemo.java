package org.weir.records.demo;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Demo;
import org.weir.records.api.Records;
import org.weir.records.kit.RecordKit;
import org.weir.records.row.Sql;
import org.weir.records.row.StatementFailed;
import org.weir.records.row.Statements;

/**
 * Makes the demo data that bundles contribute, when the framework property {@code weir.demo} is {@code true}: in order, each
 * in one transaction, each once for the life of the database. Waits a moment after the last one came, so that all bundles
 * that are starting have brought theirs.
 */
@Component(service = MakeDemo.class, immediate = true)
public final class MakeDemo {
    private static final Logger LOG = LoggerFactory.getLogger(MakeDemo.class);
    private static final int PAUSE_MILLIS = 1_500;
    private static final int MOST_PAUSES = 40;
    private static final int TRIES = 4;
    private static final int CONFLICT = 409;

    private final RecordKit kit;
    private final Access access;
    private final Gate gate;
    private final @Nullable ScheduledExecutorService thread;
    private final List<Demo> demos = new ArrayList<>();
    private final BooleanSupplier starting;
    private @Nullable ScheduledFuture<?> next;
    private int waited;

    @Activate
    public MakeDemo(@Reference RecordKit kit, @Reference Access access, @Reference Gate gate, BundleContext context) {
        this(kit, access, gate, "true".equals(context.getProperty("weir.demo")), () -> starting(context));
    }

    MakeDemo(RecordKit kit, Access access, Gate gate, boolean wanted, BooleanSupplier starting) {
        this.starting = starting;
        this.kit = kit;
        this.access = access;
        this.gate = gate;
        this.thread = wanted
                ? Executors.newSingleThreadScheduledExecutor(run -> {
                    Thread made = new Thread(run, "demo");
                    made.setDaemon(true);
                    return made;
                })
                : null;
    }

    @Deactivate
    void stop() {
        if (thread != null) {
            thread.shutdown();
        }
    }

    @Reference(
            service = Demo.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public synchronized void add(Demo demo) {
        demos.add(demo);
        soon();
    }

    private synchronized void soon() {
        if (thread == null || thread.isShutdown()) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        next = thread.schedule(this::whenStarted, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    public synchronized void remove(Demo demo) {
        demos.removeIf(it -> it == demo);
    }

    private synchronized List<Demo> inOrder() {
        List<Demo> all = new ArrayList<>(demos);
        all.sort(Comparator.comparingInt(Demo::order).thenComparing(Demo::name));
        return all;
    }

    /** Whether the suite is still on its way: what tells the launcher so names something that is missing. */
    private static boolean starting(BundleContext context) {
        try {
            for (ServiceReference<?> reference :
                    context.getServiceReferences(Supplier.class, "(weir.readiness=true)")) {
                Object teller = context.getService(reference);
                if (teller instanceof Supplier<?> supplier && supplier.get() instanceof Map<?, ?> report) {
                    return !report.values().stream().allMatch(it -> it instanceof Collection<?> some && some.isEmpty());
                }
            }
            return false;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables are still being made while the suite starts, and would wait for a long transaction; but not for ever. */
    private void whenStarted() {
        if (waited++ < MOST_PAUSES && starting.getAsBoolean()) {
            soon();
        } else {
            makeAll();
        }
    }

    /**
     * Makes those whose record types are there; as soon as one has to wait, those behind it wait too. One that comes while
     * another is made takes its place in the order.
     */
    void makeAll() {
        Set<String> tried = new HashSet<>();
        boolean failed = false;
        for (Demo demo = first(tried); demo != null; demo = first(tried)) {
            if (demo.needs().stream().anyMatch(it -> kit.types().find(it).isEmpty())) {
                soon();
                return;
            }
            tried.add(demo.name());
            failed = failed || !make(demo);
        }
    }

    private @Nullable Demo first(Set<String> tried) {
        return inOrder().stream()
                .filter(it -> !tried.contains(it.name()))
                .findFirst()
                .orElse(null);
    }

    /** People may be at work already, and consumers of events: what lost against them is made anew, nothing of it having been kept. */
    private static <T> T again(Callable<T> work) throws Exception {
        for (int left = TRIES; ; left--) {
            try {
                return work.call();
            } catch (Records.StaleException faster) {
                if (left == 1) {
                    throw faster;
                }
            } catch (ProblemException taken) {
                if (left == 1 || taken.status() != CONFLICT) {
                    throw taken;
                }
            }
        }
    }

    private boolean make(Demo demo) {
        Gate.Pass pass = gate.enter();
        try {
            boolean made = again(() -> kit.database().write(handle -> {
                if (Statements.any(handle, Sql.of("select 1 from records.demo_done d where d.name = ?", demo.name()))) {
                    return false;
                }
                Statements.update(
                        handle,
                        Sql.of(
                                "insert into records.demo_done (name, done_at) values (?, ?)",
                                demo.name(),
                                kit.clock().instant().truncatedTo(ChronoUnit.MICROS)));
                demo.make(access.system());
                return true;
            }));
            if (made) {
                LOG.info("Demo data made: {}", demo.name());
            }
            return true;
        } catch (StatementFailed e) {
            if (e.violatesUnique()) {
                LOG.info("Demo data is made by another node: {}", demo.name());
                return true;
            }
            LOG.error("Demo data could not be made: {}", demo.name(), e);
            return false;
        } catch (Exception e) {
            LOG.error("Demo data could not be made: {}", demo.name(), e);
            return false;
        } finally {
            pass.close();
        }
    }
}
