package org.weir.relationship.opportunity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The opportunities that are still to be decided, added up. */
final class OpenOpportunities {
    static final Filter OPEN = new Filter.Condition("stage", Filter.Op.OUT, List.of("won", "lost"));
    private static final int MOST = 500;

    private final Records records;

    OpenOpportunities(Records records) {
        this.records = records;
    }

    /** @param worth of each that says it */
    record Sum(int number, long overdue, List<Money> worth) {}

    Sum of(Actor actor, UUID account) {
        Filter filter = new Filter.And(List.of(Filter.eq("account", account), OPEN));
        List<Row> rows = records.list(
                        actor, Query.all("opportunity").where(filter).limit(MOST))
                .rows();
        LocalDate today = LocalDate.now(Clock.system(actor.zone()));
        long overdue = rows.stream()
                .filter(it -> it.get("expectedClose") instanceof LocalDate close && close.isBefore(today))
                .count();
        return new Sum(rows.size(), overdue, worth(rows));
    }

    static List<Money> worth(List<Row> rows) {
        return rows.stream()
                .map(it -> it.get("amount"))
                .filter(Money.class::isInstance)
                .map(Money.class::cast)
                .toList();
    }
}
