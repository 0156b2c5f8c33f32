package org.weir.jobs.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.State;

/** The jobs of this node that have not ended, and what of them is in the database already. */
final class LiveRuns {
    private final JobStore store;
    private final KindStore kinds;
    private final ScheduleStore schedules;
    private final Map<UUID, Live> live = new ConcurrentHashMap<>();
    private final Map<UUID, Run.Snapshot> saved = new ConcurrentHashMap<>();

    private record Live(Run run, Origin origin) {}

    /** What a run stands for: at most one of the two. */
    record Origin(@Nullable String kind, @Nullable String schedule) {
        static final Origin BODY = new Origin(null, null);
    }

    LiveRuns(JobStore store, KindStore kinds, ScheduleStore schedules) {
        this.store = store;
        this.kinds = kinds;
        this.schedules = schedules;
    }

    void add(UUID id, Run run, Origin origin) {
        live.put(id, new Live(run, origin));
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    /** How many run that are named. */
    long named() {
        return live.values().stream()
                .filter(it -> !it.origin.equals(Origin.BODY))
                .count();
    }

    long ofKind(String kind) {
        return live.values().stream().filter(it -> kind.equals(it.origin.kind)).count();
    }

    void cancel(UUID id) {
        Live found = live.get(id);
        if (found != null) {
            found.run.cancel();
        }
    }

    void mustLeave(Origin origin) {
        live.values().stream().filter(it -> it.origin.equals(origin)).forEach(it -> it.run.mustLeave());
    }

    void allMustLeave() {
        live.values().forEach(it -> it.run.mustLeave());
    }

    Optional<Run> run(UUID id) {
        return Optional.ofNullable(live.get(id)).map(Live::run);
    }

    /** Taken before the rows are read: a job that ends in between is not seen as it was. */
    Map<UUID, Run> runs() {
        Map<UUID, Run> all = new HashMap<>();
        live.forEach((id, it) -> all.put(id, it.run));
        return all;
    }

    /** The job as it is now. */
    static Job withProgress(Job job, Optional<Run> run) {
        return job.ended() ? job : run.map(it -> it.now().over(job)).orElse(job);
    }

    /** Writes where all are, and hears who is asked to stop. */
    void save() {
        if (!live.isEmpty()) {
            Set<UUID> asked = store.askedToCancel();
            asked.forEach(this::cancel);
            live.keySet().forEach(this::save);
        }
    }

    /** Called by the ticker and at the end of a job; what fails is tried again by the ticker. */
    synchronized void save(UUID id) {
        Live found = live.get(id);
        if (found == null) {
            return;
        }
        Run.Snapshot now = found.run.now();
        if (!now.equals(saved.get(id))) {
            write(id, now, found.origin);
            saved.put(id, now);
        }
        if (now.over()) {
            live.remove(id);
            saved.remove(id);
        }
    }

    private void write(UUID id, Run.Snapshot now, Origin origin) {
        if (now.again() != null) {
            kinds.handBack(id, now);
            return;
        }
        boolean ours = store.save(id, now);
        String schedule = origin.schedule;
        if (ours && schedule != null && now.state() == State.DONE) {
            schedules.forgetBefore(schedule, id);
        } else if (ours && schedule != null && now.state() == State.INTERRUPTED) {
            schedules.dueNow(schedule);
        }
    }
}
