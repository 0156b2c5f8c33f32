package org.weir.delivery.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.delivery.planning.PlanTogether;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** What happens to a task on site, each in one transaction with what follows for its project. */
public final class TaskWork {
    private final Records records;
    private final Database database;
    private final PlanTogether together;
    private final Clock clock;

    public TaskWork(Records records, Database database, PlanTogether together, Clock clock) {
        this.records = records;
        this.database = database;
        this.together = together;
        this.clock = clock;
    }

    /** @param on not in the future */
    public Row start(Actor actor, Row task, @Nullable LocalDate on) {
        LocalDate day = day("on", on);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", "running");
        values.put("actualStart", day);
        return write(actor, task, values);
    }

    /** @param progress 1 to 99; all of it is {@link #finish} */
    public Row report(Actor actor, Row task, int progress, @Nullable String note) {
        if (progress < 0 || progress > 99) {
            throw ProblemException.invalid("progress", Text.of("delivery.task.progress-range"));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("progress", progress);
        if (!"running".equals(task.text("state"))) {
            values.put("state", "running");
            values.put("actualStart", LocalDate.now(clock));
        }
        note(values, task, note);
        return write(actor, task, values);
    }

    /** @param on not in the future and not before the start */
    public Row finish(Actor actor, Row task, @Nullable LocalDate on, @Nullable String note) {
        Map<String, @Nullable Object> values = finished(task, day("on", on));
        note(values, task, note);
        return write(actor, task, values);
    }

    /** Many tasks of many projects done at once, each on its day. */
    public void finishAll(Actor actor, Map<Row, LocalDate> done) {
        database.perform(handle -> {
            Set<UUID> projects = new LinkedHashSet<>();
            done.forEach((task, day) -> {
                Objects.requireNonNull(records.update(actor, Draft.change(task, finished(task, day("on", day)))));
                projects.add(Reading.ref(task, "project"));
            });
            projects.forEach(together::writeProgress);
        });
    }

    private static Map<String, @Nullable Object> finished(Row task, LocalDate day) {
        LocalDate started = Reading.date(task, "actualStart");
        if (started != null && day.isBefore(started)) {
            throw ProblemException.invalid("on", Text.of("delivery.task.before-start", started));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", "done");
        values.put("progress", 100);
        values.put("actualFinish", day);
        if (started == null) {
            LocalDate planned = Reading.date(task, "plannedStart");
            values.put("actualStart", planned == null || planned.isAfter(day) ? day : planned);
        }
        return values;
    }

    private static void note(Map<String, @Nullable Object> values, Row task, @Nullable String note) {
        if (note != null && !note.isBlank()) {
            String before = task.text("note");
            values.put("note", before == null ? note : before + "\n" + note);
        }
    }

    private LocalDate day(String field, @Nullable LocalDate given) {
        LocalDate today = LocalDate.now(clock);
        if (given != null && given.isAfter(today.plusDays(1))) {
            throw ProblemException.invalid(field, Text.of("delivery.task.in-future"));
        }
        return given == null ? today : given;
    }

    private Row write(Actor actor, Row task, Map<String, @Nullable Object> values) {
        return database.write(handle -> {
            Row changed = records.update(actor, Draft.change(task, values));
            together.writeProgress(Reading.ref(task, "project"));
            return changed;
        });
    }
}
