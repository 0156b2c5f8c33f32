package org.weir.delivery.gantt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.weir.store.api.Database;

/**
 * Reads thousands of tasks at once, for projects whose visibility was asked before: whoever sees a project and may read
 * tasks sees its whole plan, since dates mean little without what they wait for.
 */
final class GanttStore {
    private static final int AT_ONCE = 500;

    private final Database database;

    GanttStore(Database database) {
        this.database = database;
    }

    /** Tasks in the order of the breakdown, as members of an answer, without those that are empty. */
    List<Map<String, Object>> tasks(Collection<UUID> projects) {
        return some(projects, """
                select t.id, t.version, t.name, t.project, t.site, t.crew, t.state, t.progress, t.half_days,
                       t.planned_start, t.planned_start_half, t.planned_finish, t.planned_finish_half,
                       t.baseline_start, t.baseline_finish, t.critical, t.wait_reason, t.waits_for, t.hold_until
                  from delivery.task t
                 where t.project in (<ids>)
                 order by t.project, t.ordinal, t.id
                """, (row, context) -> {
            Map<String, Object> task = new LinkedHashMap<>();
            put(task, "id", row.getObject("id", UUID.class));
            put(task, "name", row.getString("name"));
            put(task, "project", row.getObject("project", UUID.class));
            put(task, "site", row.getObject("site", UUID.class));
            put(task, "crew", row.getObject("crew", UUID.class));
            put(task, "state", row.getString("state"));
            put(task, "progress", row.getLong("progress"));
            put(task, "halfDays", row.getLong("half_days"));
            date(task, "start", row, "planned_start");
            put(task, "startHalf", row.getString("planned_start_half"));
            date(task, "finish", row, "planned_finish");
            put(task, "finishHalf", row.getString("planned_finish_half"));
            date(task, "baselineStart", row, "baseline_start");
            date(task, "baselineFinish", row, "baseline_finish");
            if (row.getBoolean("critical")) {
                task.put("critical", true);
            }
            put(task, "wait", row.getString("wait_reason"));
            put(task, "waitsFor", row.getObject("waits_for", UUID.class));
            date(task, "holdUntil", row, "hold_until");
            return task;
        });
    }

    List<Map<String, Object>> links(Collection<UUID> projects) {
        return some(projects, """
                select l.from_task, l.to_task, l.kind, l.lag
                  from delivery.task_link l
                 where l.project in (<ids>)
                 order by l.project, l.id
                """, (row, context) -> {
            Map<String, Object> link = new LinkedHashMap<>();
            put(link, "from", row.getObject("from_task", UUID.class));
            put(link, "to", row.getObject("to_task", UUID.class));
            put(link, "kind", row.getString("kind"));
            put(link, "lag", row.getLong("lag"));
            return link;
        });
    }

    /** Names of tasks of whatever project, with their projects. */
    List<Named> named(Collection<UUID> tasks) {
        return some(
                tasks,
                "select t.id, t.name, t.project from delivery.task t where t.id in (<ids>)",
                (row, context) -> new Named(
                        row.getObject("id", UUID.class), row.getString("name"), row.getObject("project", UUID.class)));
    }

    record Named(UUID id, String name, UUID project) {}

    /** The calendars of the crews that have one of their own. */
    Map<UUID, UUID> calendars(Collection<UUID> crews) {
        Map<UUID, UUID> calendars = new LinkedHashMap<>();
        some(
                crews,
                "select c.id, c.calendar from delivery.crew c where c.id in (<ids>) and c.calendar is not null",
                (row, context) ->
                        calendars.put(row.getObject("id", UUID.class), row.getObject("calendar", UUID.class)));
        return calendars;
    }

    /** Days off by crew, from a day on. */
    Map<UUID, List<Map<String, Object>>> absences(Collection<UUID> crews, LocalDate from) {
        Map<UUID, List<Map<String, Object>>> absences = new LinkedHashMap<>();
        some(crews, """
                select a.crew, a.first_day, a.last_day, a.why
                  from delivery.crew_absence a
                 where a.crew in (<ids>)
                 order by a.first_day, a.id
                """, (row, context) -> {
            if (!row.getObject("last_day", LocalDate.class).isBefore(from)) {
                Map<String, Object> absence = new LinkedHashMap<>();
                date(absence, "from", row, "first_day");
                date(absence, "until", row, "last_day");
                put(absence, "why", row.getString("why"));
                absences.computeIfAbsent(row.getObject("crew", UUID.class), key -> new ArrayList<>())
                        .add(absence);
            }
            return true;
        });
        return absences;
    }

    private <T> List<T> some(Collection<UUID> ids, String sql, RowMapper<T> mapper) {
        List<UUID> all = List.copyOf(ids);
        return database.read(handle -> {
            List<T> rows = new ArrayList<>();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                rows.addAll(handle.createQuery(sql)
                        .bindList("ids", some)
                        .map(mapper)
                        .list());
            }
            return rows;
        });
    }

    private static void date(Map<String, Object> to, String name, ResultSet row, String column) throws SQLException {
        put(to, name, row.getObject(column, LocalDate.class));
    }

    private static void put(Map<String, Object> to, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            to.put(name, value);
        }
    }
}
