package org.weir.delivery.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.store.api.Database;

/** Counts over the delivery to one account; each answer in one statement. */
final class ProgressStore {
    private static final String OPEN = "p.account = :account and p.state in ('planned', 'running')";

    private final Database database;

    ProgressStore(Database database) {
        this.database = database;
    }

    /**
     * @param projects that are planned or running
     * @param behind of these, forecast later than the baseline
     * @param sitesOpen sites of these that are not accepted
     */
    record Open(long projects, long behind, long sitesOpen) {}

    /**
     * @param sites accepted, of all projects
     * @param punch items still open
     */
    record Accepted(long sites, long punch) {}

    Open open(UUID account) {
        return database.read(handle -> handle.createQuery("select (select count(*) from delivery.project p where "
                        + OPEN + ") as projects, (select count(*) from delivery.project p where " + OPEN
                        + " and p.forecast > p.baseline_finish) as behind, " + """
                          (select count(*) from (select distinct t.project, t.site from delivery.task t
                             join delivery.project p on p.id = t.project
                             where t.site is not null and\s""" + OPEN + """
                              and not exists (select 1 from delivery.site_acceptance a
                                where a.project = t.project and a.site = t.site and a.state = 'signed')) as open_sites)
                          as sites
                        from (values (0)) as once (n)""")
                .bind("account", account)
                .map((row, context) -> new Open(row.getLong("projects"), row.getLong("behind"), row.getLong("sites")))
                .one());
    }

    Accepted accepted(UUID account) {
        return database.read(handle -> handle.createQuery("""
                        select
                          (select count(*) from (select distinct a.project, a.site from delivery.site_acceptance a
                             where a.account = :account and a.state = 'signed') as accepted_sites) as sites,
                          (select count(*) from delivery.punch_item i
                             where i.account = :account and i.done = false) as punch
                        from (values (0)) as once (n)""")
                .bind("account", account)
                .map((row, context) -> new Accepted(row.getLong("sites"), row.getLong("punch")))
                .one());
    }

    /** How far the tasks of each project are; a project without tasks is missing. */
    Map<UUID, Measure> measures(Collection<UUID> projects, LocalDate today) {
        Map<UUID, List<Measure.Part>> tasks = new HashMap<>();
        if (!projects.isEmpty()) {
            database.read(handle -> handle.createQuery("""
                            select project, half_days, progress, baseline_start, baseline_finish, planned_finish, state
                            from delivery.task where\s""" + database.dialect().oneOf("project", "projects", projects))
                    .bindArray("projects", UUID.class, projects)
                    .map((row, context) -> tasks.computeIfAbsent(
                                    row.getObject("project", UUID.class), id -> new ArrayList<>())
                            .add(part(row, today)))
                    .list());
        }
        Map<UUID, Measure> measures = new HashMap<>();
        tasks.forEach((project, its) -> measures.put(project, Measure.ofParts(its, today)));
        return measures;
    }

    private static Measure.Part part(ResultSet row, LocalDate today) throws SQLException {
        LocalDate finish = row.getObject("planned_finish", LocalDate.class);
        return new Measure.Part(
                row.getInt("half_days"),
                row.getInt("progress"),
                row.getObject("baseline_start", LocalDate.class),
                row.getObject("baseline_finish", LocalDate.class),
                finish != null && finish.isBefore(today) && !"done".equals(row.getString("state")));
    }
}
