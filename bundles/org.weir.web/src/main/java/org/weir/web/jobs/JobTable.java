package org.weir.web.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.State;
import org.weir.web.api.Visit;

/**
 * Jobs to be listed.
 *
 * @param owners names by id; empty when all are the reader's own
 * @param everybody whether owner and node are shown
 * @param back where a button leads
 * @param live the stream of what changes
 */
public record JobTable(List<Job> jobs, Map<UUID, String> owners, boolean everybody, String back, String live) {
    static JobTable own(List<Job> jobs) {
        return new JobTable(jobs, Map.of(), false, "/jobs", "/live/jobs");
    }

    static JobTable everybody(List<Job> jobs, Directory directory, String back) {
        Set<UUID> ids = jobs.stream().map(Job::owner).collect(Collectors.toSet());
        Map<UUID, String> names = directory.people(ids).values().stream()
                .collect(Collectors.toMap(Directory.Person::id, Directory.Person::name));
        return new JobTable(jobs, names, true, back, "/live/jobs/all");
    }

    public String owner(Job job) {
        return job.owner().equals(Actor.SYSTEM) ? "Weir" : owners.getOrDefault(job.owner(), "");
    }

    /** Whether it waits for a moment that is still to come. */
    public static boolean later(Job job) {
        Instant due = job.dueAt();
        return due != null && due.isAfter(Instant.now());
    }

    /** How long it ran; empty while it has not begun. */
    public static String took(Visit visit, Job job) {
        Instant begun = job.startedAt();
        if (begun == null || job.state() == State.WAITING) {
            return "";
        }
        Duration took = Duration.between(begun, Objects.requireNonNullElseGet(job.endedAt(), Instant::now));
        return visit.t(took(took.isNegative() ? Duration.ZERO : took));
    }

    static Text took(Duration took) {
        if (took.toHours() > 0) {
            return Text.of("jobs.took.hours", took.toHours(), took.toMinutesPart());
        } else if (took.toMinutes() > 0) {
            return Text.of("jobs.took.minutes", took.toMinutes(), took.toSecondsPart());
        }
        return took.toSeconds() > 0
                ? Text.of("jobs.took.seconds", took.toSeconds())
                : Text.of("jobs.took.millis", took.toMillis());
    }
}
