package org.weir.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weir.base.api.Gate;
import org.weir.base.api.Text;
import org.weir.jobs.api.JobKind;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.ScheduledJob;
import org.weir.jobs.api.Schedules;
import org.weir.jobs.run.RunJobs;
import org.weir.store.api.Database;

/** The jobs of this node. Immediate, so that jobs of a process that died are handed on at start. */
@Component(
        service = {Jobs.class, Schedules.class},
        immediate = true,
        configurationPid = "org.weir.jobs")
@Designate(ocd = JobsComponent.Config.class)
public final class JobsComponent implements Jobs, Schedules {
    private static final Duration SETTLE = Duration.ofSeconds(4);
    private static final Duration TURNS_AFTER = Duration.ofSeconds(20);

    private final RunJobs jobs;

    /** Configuration. */
    @ObjectClassDefinition(id = "org.weir.jobs", name = "Jobs")
    @interface Config {
        @AttributeDefinition(name = "Jobs that people have started, at once on one node", min = "1", max = "32")
        int threads() default 2;
    }

    @Activate
    public JobsComponent(@Reference(target = "(schema=jobs)") Database database, @Reference Gate gate, Config config) {
        this.jobs = new RunJobs(database, gate, Clock.systemUTC(), config.threads(), Duration.ofMillis(500))
                .start(SETTLE, TURNS_AFTER);
    }

    @Modified
    void changed(Config config) {
        jobs.threads(config.threads());
    }

    @Deactivate
    void close() {
        jobs.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addKind(JobKind kind) {
        jobs.add(kind);
    }

    void removeKind(JobKind kind) {
        jobs.remove(kind);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSchedule(ScheduledJob job) {
        jobs.add(job);
    }

    void removeSchedule(ScheduledJob job) {
        jobs.remove(job);
    }

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        return jobs.submit(title, owner, body);
    }

    @Override
    public UUID enqueue(String kind, Text title, UUID owner, Map<String, String> input, @Nullable Instant notBefore) {
        return jobs.enqueue(kind, title, owner, input, notBefore);
    }

    @Override
    public Optional<Job> find(UUID id) {
        return jobs.find(id);
    }

    @Override
    public List<Job> ofOwner(UUID owner, int limit) {
        return jobs.ofOwner(owner, limit);
    }

    @Override
    public List<Job> newest(Set<State> states, int limit) {
        return jobs.newest(states, limit);
    }

    @Override
    public void cancel(UUID id) {
        jobs.cancel(id);
    }

    @Override
    public void retry(UUID id) {
        jobs.retry(id);
    }

    @Override
    public List<Planned> planned() {
        return jobs.planned();
    }

    @Override
    public void runNow(String name) {
        jobs.runNow(name);
    }
}
