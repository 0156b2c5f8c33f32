package org.weir.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;
import org.weir.jobs.api.JobKind;
import org.weir.jobs.api.Jobs.Body;
import org.weir.jobs.api.ScheduledJob;
import org.weir.jobs.run.LiveRuns.Origin;

/** Finds work whose time has come, and takes as much of it for this node as it has threads for. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int LOOKED_AT = 20;
    private static final Duration SET_BACK = Duration.ofSeconds(1);

    private final KindStore kindStore;
    private final ScheduleStore scheduleStore;
    private final LiveRuns live;
    private final Clock clock;
    private final int most;
    private final Starter starter;
    private final Slots<JobKind> kinds;
    private final Slots<ScheduledJob> schedules;
    private final Map<String, ScheduledJob> planned = new ConcurrentHashMap<>();

    private volatile Instant turnsFrom = Instant.MAX;
    private Instant looked = Instant.EPOCH;

    /** Begins what was claimed. */
    interface Starter {
        void begin(UUID id, Body body, Run.@Nullable Again again, Origin origin);
    }

    /** @param most how many run at once */
    Dispatch(
            KindStore kindStore,
            ScheduleStore scheduleStore,
            LiveRuns live,
            Gate gate,
            Clock clock,
            int most,
            Starter starter) {
        this.kindStore = kindStore;
        this.scheduleStore = scheduleStore;
        this.live = live;
        this.clock = clock;
        this.most = most;
        this.starter = starter;
        this.kinds = new Slots<>(gate, Comparator.comparing(JobKind::name));
        this.schedules = new Slots<>(gate, Comparator.comparing(ScheduledJob::name));
    }

    /** Nothing that comes round has a turn here before. */
    void turnsFrom(Instant moment) {
        turnsFrom = moment;
    }

    void add(JobKind kind) {
        kinds.add(kind);
    }

    /** Jobs of this kind that run are handed back at their next step. */
    void remove(JobKind kind) {
        live.mustLeave(new Origin(kind.name(), null));
        kinds.remove(kind);
    }

    void add(ScheduledJob job) {
        schedules.add(job);
    }

    void remove(ScheduledJob job) {
        planned.remove(job.name());
        live.mustLeave(new Origin(null, job.name()));
        schedules.remove(job);
    }

    boolean has(String schedule) {
        return schedules.all().stream().anyMatch(it -> it.name().equals(schedule));
    }

    /** Does everything that is due; called by one thread at a time. */
    void look() {
        plan();
        watchClock();
        takeTurns();
        takeNamed();
    }

    private void plan() {
        for (ScheduledJob job : schedules.all()) {
            if (planned.get(job.name()) != job) {
                scheduleStore.plan(job);
                scheduleStore.notTooLate(job);
                planned.put(job.name(), job);
            }
        }
    }

    private void watchClock() {
        Instant now = clock.instant();
        if (now.isBefore(looked.minus(SET_BACK))) {
            LOG.warn("The clock was set back by {}", Duration.between(now, looked));
            schedules.all().forEach(scheduleStore::notTooLate);
            kindStore.dueBy(looked);
            if (turnsFrom.isBefore(looked)) {
                turnsFrom = now;
            }
        }
        looked = now;
    }

    private long free() {
        return most - live.named();
    }

    private void takeTurns() {
        if (schedules.all().isEmpty() || free() <= 0 || clock.instant().isBefore(turnsFrom)) {
            return;
        }
        for (ScheduleStore.Line line : scheduleStore.due()) {
            for (ScheduledJob job : schedules.all()) {
                if (job.name().equals(line.name()) && free() > 0) {
                    scheduleStore
                            .claim(line, job)
                            .ifPresent(id -> starter.begin(id, job::run, null, new Origin(null, job.name())));
                }
            }
        }
    }

    private void takeNamed() {
        List<JobKind> able = kinds.all().stream().filter(this::hasRoom).toList();
        if (able.isEmpty() || free() <= 0) {
            return;
        }
        for (KindStore.Due due : kindStore.due(able.stream().map(JobKind::name).toList(), LOOKED_AT)) {
            for (JobKind kind : able) {
                if (kind.name().equals(due.kind()) && hasRoom(kind) && free() > 0) {
                    take(due, kind);
                }
            }
        }
    }

    private boolean hasRoom(JobKind kind) {
        return live.ofKind(kind.name()) < kind.atOnce();
    }

    private void take(KindStore.Due due, JobKind kind) {
        int attempt = due.attempts() + 1;
        if (kindStore.claim(due, Math.max(kind.tries(), 1))) {
            Run.Again again =
                    () -> attempt >= kind.tries() ? null : clock.instant().plus(kind.pause(attempt));
            starter.begin(due.id(), progress -> kind.run(due.input(), progress), again, new Origin(kind.name(), null));
        }
    }
}
