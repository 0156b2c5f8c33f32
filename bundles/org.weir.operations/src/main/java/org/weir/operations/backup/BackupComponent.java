package org.weir.operations.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;
import org.weir.operations.backup.Backups.Backup;
import org.weir.operations.backup.Backups.Taken;
import org.weir.store.api.Archives;
import org.weir.store.api.Archives.Refused;

/** Backups of this Weir, and the one that comes round when IT has said when. */
@Component(service = BackupComponent.class, immediate = true, configurationPid = "org.weir.operations")
public final class BackupComponent implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(BackupComponent.class);

    private final Backups backups;
    private final Config config;
    private final @Nullable Schedule schedule;
    private final @Nullable ServiceRegistration<ScheduledJob> registration;

    /** The configuration. */
    @interface Config {
        /** When a backup is made by itself: minute, hour, day of month, month, day of week; empty for never. */
        String backupSchedule() default "";

        /** The clock of the schedule, for example {@code Europe/Berlin}; empty for the machine's. */
        String backupZone() default "";

        /** Where backups are kept; empty for {@code backup} beside {@code data}. */
        String backupFolder() default "";

        /** How many backups of the schedule are kept. */
        int backupKeep() default 14;
    }

    @Activate
    public BackupComponent(BundleContext context, @Reference Archives archives, Config config) {
        Place place = Place.of(context);
        Path folder = config.backupFolder().isBlank() ? place.base().resolve("backup") : Path.of(config.backupFolder());
        this.config = config;
        this.backups = new Backups(archives, folder.toAbsolutePath(), place.written(), Clock.systemUTC());
        this.schedule = schedule(config);
        this.registration = schedule == null ? null : context.registerService(ScheduledJob.class, this, null);
    }

    private static @Nullable Schedule schedule(Config config) {
        if (config.backupSchedule().isBlank()) {
            return null;
        }
        try {
            ZoneId zone = config.backupZone().isBlank() ? ZoneId.systemDefault() : ZoneId.of(config.backupZone());
            return Schedule.cron(config.backupSchedule().strip(), zone);
        } catch (RuntimeException e) {
            LOG.error("conf/org.weir.operations.cfg: there will be no backups: {}", e.getMessage());
            return null;
        }
    }

    @Deactivate
    void close() {
        if (registration != null) {
            registration.unregister();
        }
    }

    Backups backups() {
        return backups;
    }

    List<Backup> all() throws IOException {
        return backups.all();
    }

    /** A backup as a job does it. */
    Text take(Jobs.Progress progress) throws IOException, Refused {
        Taken taken = backups.take(
                (what, done, total) -> progress.step(done, total, Text.of("operations.backup.table", what)));
        return Text.of(
                "operations.backup.done",
                taken.file().toString(),
                taken.contents().rows(),
                taken.contents().files());
    }

    @Override
    public String name() {
        return "org.weir.operations.backup";
    }

    @Override
    public Text title() {
        return Text.of("operations.backup");
    }

    @Override
    public Schedule schedule() {
        if (schedule == null) {
            throw new IllegalStateException("registered with a schedule only");
        }
        return schedule;
    }

    @Override
    public Text run(Jobs.Progress progress) throws Exception {
        Text done = take(progress);
        int gone = backups.keep(config.backupKeep());
        LOG.info("{}; {} older backups were removed", done, gone);
        return done;
    }
}
