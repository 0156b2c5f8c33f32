package org.weir.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Gate;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.run.RunJobs;
import org.weir.store.api.Database;

/** The jobs of this node. Immediate, so that jobs of a process that died are marked at start. */
@Component(immediate = true, configurationPid = "org.weir.jobs")
public final class JobsComponent implements Jobs {
    private final RunJobs jobs;

    /** Configuration. */
    @interface Config {
        /** How many jobs run at once on this node. */
        int threads() default 2;
    }

    @Activate
    public JobsComponent(@Reference(target = "(schema=jobs)") Database database, @Reference Gate gate, Config config) {
        this.jobs = new RunJobs(database, gate, Clock.systemUTC(), config.threads(), Duration.ofMillis(500)).start();
    }

    @Deactivate
    void close() {
        jobs.close();
    }

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        return jobs.submit(title, owner, body);
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
    public void cancel(UUID id) {
        jobs.cancel(id);
    }
}
