package org.weir.jobs.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.base.api.Text;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;
import org.weir.jobs.text.TextJson;
import org.weir.store.api.Database;

/** When what comes round is due next, for all nodes together. */
final class ScheduleStore {
    private static final UUID SYSTEM = new UUID(0, 0);

    private final Database database;
    private final Clock clock;
    private final Node node;

    record Line(
            String name,
            Text title,
            Text when,
            Instant next,
            @Nullable UUID last) {}

    ScheduleStore(Database database, Clock clock, Node node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /**
     * Notes a plan that is new or has changed; one that stands keeps its next time, even if that was missed. What comes in
     * intervals begins at once.
     */
    void plan(ScheduledJob job) {
        Schedule schedule = job.schedule();
        Instant now = clock.instant();
        Instant next = schedule instanceof Schedule.Every ? now : schedule.next(now);
        database.perform(handle -> {
            Optional<String> known = handle.createQuery("select spec from jobs.schedules where name = :name")
                    .bind("name", job.name())
                    .mapTo(String.class)
                    .findOne();
            if (known.isEmpty()) {
                handle.createUpdate("""
                                insert into jobs.schedules (name, title, moments, spec, next_at)
                                values (:name, :title, :moments, :spec, :next)
                                """)
                        .bind("name", job.name())
                        .bind("title", TextJson.write(job.title()))
                        .bind("moments", TextJson.write(schedule.text()))
                        .bind("spec", schedule.spec())
                        .bind("next", next)
                        .execute();
            } else if (!known.get().equals(schedule.spec())) {
                handle.createUpdate("""
                                update jobs.schedules set title = :title, moments = :moments, spec = :spec, next_at = :next
                                where name = :name
                                """)
                        .bind("name", job.name())
                        .bind("title", TextJson.write(job.title()))
                        .bind("moments", TextJson.write(schedule.text()))
                        .bind("spec", schedule.spec())
                        .bind("next", next)
                        .execute();
            }
        });
    }

    /**
     * What comes in intervals is never further away than two: a clock that was set back must not make it pause. One would
     * be too few: while this node reckons, another may have taken the turn and set the next.
     */
    void notTooLate(ScheduledJob job) {
        if (job.schedule() instanceof Schedule.Every every) {
            Instant now = clock.instant();
            Instant latest = every.next(every.next(now));
            database.perform(handle -> handle.createUpdate(
                            "update jobs.schedules set next_at = :now where name = :name and next_at > :latest")
                    .bind("now", now)
                    .bind("name", job.name())
                    .bind("latest", latest)
                    .execute());
        }
    }

    /** Those due now whose last turn has ended. */
    List<Line> due() {
        Instant now = clock.instant();
        return database.read(handle -> handle.createQuery("""
                        select s.name, s.title, s.moments, s.next_at, s.last_job from jobs.schedules s
                        where s.next_at <= :now and not exists (
                          select 1 from jobs.jobs j where j.id = s.last_job and j.ended_at is null)
                        order by s.next_at, s.name
                        """)
                .bind("now", now)
                .map((row, context) -> line(row))
                .list());
    }

    List<Line> all() {
        return database.read(handle -> handle.createQuery(
                        "select s.name, s.title, s.moments, s.next_at, s.last_job from jobs.schedules s order by s.name")
                .map((row, context) -> line(row))
                .list());
    }

    /** Takes this turn for this node. @return the job that stands for it; empty when another node was faster */
    Optional<UUID> claim(Line line, ScheduledJob job) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        return database.write(handle -> {
            int taken = handle.createUpdate("""
                            update jobs.schedules set next_at = :next, last_job = :id
                            where name = :name and next_at = :was
                            """)
                    .bind("next", job.schedule().next(now))
                    .bind("id", id)
                    .bind("name", line.name())
                    .bind("was", line.next())
                    .execute();
            if (taken == 0) {
                return Optional.empty();
            }
            handle.createUpdate("""
                            insert into jobs.jobs (id, owner, title, state, done, total, node, node_name, cancel_asked,
                                                   created_at, started_at, schedule)
                            values (:id, :system, :title, 'RUNNING', 0, 0, :node, :name, false, :now, :now, :schedule)
                            """)
                    .bind("id", id)
                    .bind("system", SYSTEM)
                    .bind("title", TextJson.write(job.title()))
                    .bind("node", node.id())
                    .bind("name", node.name())
                    .bind("now", now)
                    .bind("schedule", line.name())
                    .execute();
            return Optional.of(id);
        });
    }

    /** @return false when there is none of that name */
    boolean dueNow(String name) {
        Instant now = clock.instant();
        return database.write(
                        handle -> handle.createUpdate("update jobs.schedules set next_at = :now where name = :name")
                                .bind("now", now)
                                .bind("name", name)
                                .execute())
                > 0;
    }

    /** Of the turns that went well only the last one is kept. */
    void forgetBefore(String name, UUID last) {
        database.perform(handle -> handle.createUpdate(
                        "delete from jobs.jobs where schedule = :name and state = 'DONE' and id <> :last")
                .bind("name", name)
                .bind("last", last)
                .execute());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("name"),
                TextJson.read(row.getString("title")),
                TextJson.read(row.getString("moments")),
                Objects.requireNonNull(JobRows.moment(row, "next_at")),
                row.getObject("last_job", UUID.class));
    }
}
