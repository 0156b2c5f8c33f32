package org.weir.admin.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.MetricSource;
import org.weir.events.api.Consumers;
import org.weir.events.api.Consumers.Standing;
import org.weir.events.api.ParkedEvents;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.State;

/** How far events and jobs are; of the whole Weir, whichever node is asked. */
@Component
public final class WorkMetrics implements MetricSource {
    /** More jobs of a state than these are told as these. */
    private static final int MOST = 1000;

    private final Consumers consumers;
    private final ParkedEvents parked;
    private final Jobs jobs;

    @Activate
    public WorkMetrics(@Reference Consumers consumers, @Reference ParkedEvents parked, @Reference Jobs jobs) {
        this.consumers = consumers;
        this.parked = parked;
        this.jobs = jobs;
    }

    @Override
    public Collection<Metric> metrics() {
        List<Sample> behind = new ArrayList<>();
        List<Sample> failing = new ArrayList<>();
        for (Standing one : consumers.all()) {
            behind.add(Sample.of("consumer", one.name(), one.behind()));
            failing.add(Sample.of("consumer", one.name(), one.failure() == null ? 0 : 1));
        }
        List<Sample> states = new ArrayList<>();
        for (State state : List.of(State.WAITING, State.RUNNING, State.FAILED)) {
            states.add(Sample.of(
                    "state",
                    state.name().toLowerCase(Locale.ROOT),
                    jobs.newest(Set.of(state), MOST).size()));
        }
        return List.of(
                new Metric("weir_events_behind", "Facts that a consumer has not passed yet.", Kind.GAUGE, behind),
                new Metric("weir_events_failing", "Whether a consumer keeps failing.", Kind.GAUGE, failing),
                Metric.gauge("weir_events_parked", "Facts that a consumer could not take.", parked.count()),
                new Metric("weir_jobs", "Jobs by state, 1000 at most.", Kind.GAUGE, states));
    }
}
