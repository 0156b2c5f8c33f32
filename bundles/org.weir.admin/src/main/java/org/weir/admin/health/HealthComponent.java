package org.weir.admin.health;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.admin.health.Watch.Finding;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.HealthCheck.Level;
import org.weir.base.api.MetricSource;

/** Looks every half minute, so that "since" is true even when nobody has asked. */
@Component(
        service = {HealthComponent.class, MetricSource.class},
        immediate = true)
public final class HealthComponent implements MetricSource {
    private static final long SECONDS = 30;

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
    private final Watch watch = new Watch(() -> checks, Clock.systemUTC());
    private final ScheduledExecutorService looking;

    @Activate
    public HealthComponent() {
        looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "weir-health");
            thread.setDaemon(true);
            return thread;
        });
        looking.scheduleWithFixedDelay(watch::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(HealthCheck check) {
        checks.add(check);
    }

    void remove(HealthCheck check) {
        checks.remove(check);
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
    }

    /** How many checks find it so. */
    public int count(Level level) {
        return (int) findings().stream().filter(it -> it.level() == level).count();
    }

    List<Finding> findings() {
        return watch.look();
    }

    @Override
    public Collection<Metric> metrics() {
        List<Sample> samples = findings().stream()
                .map(it -> Sample.of("check", it.name(), it.level().ordinal()))
                .toList();
        return List.of(new Metric(
                "weir_health",
                "How each check finds Weir: 0 good, 1 somebody should look, 2 bad.",
                Kind.GAUGE,
                samples));
    }
}
