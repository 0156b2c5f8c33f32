package org.weir.relationship.employment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Where a person works today: role and account, as far as the reader may see the account. */
@Component
public final class WorksAt implements ComputedField {
    private final Database database;
    private final Records records;

    @Activate
    public WorksAt(@Reference(target = "(schema=relationship)") Database database, @Reference Records records) {
        this.database = database;
        this.records = records;
    }

    private record Job(UUID person, UUID account, String job) {}

    @Override
    public String type() {
        return "person";
    }

    @Override
    public String name() {
        return "worksAt";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean column() {
        return true;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        List<Job> jobs = jobs(rows.stream().map(Row::id).toList(), LocalDate.now(ZoneOffset.UTC));
        Set<UUID> accounts = new HashSet<>();
        jobs.forEach(it -> accounts.add(it.account()));
        Map<UUID, String> names = records.titles(actor, "account", accounts);
        Map<UUID, List<Badge>> badges = new HashMap<>();
        for (Job job : jobs) {
            String account = names.get(job.account());
            if (account != null) {
                Text label = job.job().isEmpty()
                        ? Text.of("relationship.as-is", account)
                        : Text.of("employment.at", job.job(), account);
                badges.computeIfAbsent(job.person(), key -> new ArrayList<>())
                        .add(new Badge(label, "plain", Text.of("record.employment")));
            }
        }
        return badges;
    }

    private List<Job> jobs(List<UUID> people, LocalDate day) {
        if (people.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery(
                        """
                        select person, account, coalesce(job, '') as job from relationship.employment
                        where (since is null or since <= :day) and (until is null or until >= :day) and\s""" + database.dialect().oneOf("person", "people", people) + " order by person, since, id")
                .bind("day", day)
                .bindArray("people", UUID.class, people)
                .map((row, context) -> new Job(
                        row.getObject("person", UUID.class),
                        row.getObject("account", UUID.class),
                        row.getString("job")))
                .list());
    }
}
