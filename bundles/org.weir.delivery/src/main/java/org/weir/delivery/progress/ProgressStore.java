package org.weir.delivery.progress;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.store.api.Database;

/** Counts over the delivery to one account. */
final class ProgressStore {
    private static final String OPEN = " p.account = :account and p.state in ('planned', 'running')";

    private final Database database;

    ProgressStore(Database database) {
        this.database = database;
    }

    /**
     * @param projects that are planned or running
     * @param behind of these, forecast later than the baseline
     * @param sitesOpen sites of these that are not accepted
     * @param accepted sites accepted, of all projects
     * @param punch items still open
     */
    record Figures(long projects, long behind, long sitesOpen, long accepted, long punch) {}

    Figures figures(UUID account) {
        return database.read(handle -> new Figures(
                count(handle, account, "select count(*) from delivery.project p where" + OPEN),
                count(
                        handle,
                        account,
                        "select count(*) from delivery.project p where" + OPEN + " and p.forecast > p.baseline_finish"),
                count(handle, account, """
                        select count(*) from (select distinct t.project, t.site from delivery.task t
                        join delivery.project p on p.id = t.project
                        where t.site is not null and\s""" + OPEN + """
                         and not exists (select 1 from delivery.site_acceptance a
                        where a.project = t.project and a.site = t.site and a.state = 'signed')) as open_sites"""),
                count(handle, account, """
                        select count(*) from (select distinct a.project, a.site from delivery.site_acceptance a
                        where a.account = :account and a.state = 'signed') as accepted_sites"""),
                count(
                        handle,
                        account,
                        "select count(*) from delivery.punch_item i where i.account = :account and i.done = false")));
    }

    private static long count(Handle handle, UUID account, String sql) {
        return handle.createQuery(sql)
                .bind("account", account)
                .mapTo(Long.class)
                .one();
    }
}
