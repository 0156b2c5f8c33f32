package org.weir.aftersales.installed;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Finds what ends within 60 days of those that somebody owns, or whose account team he or she is on. */
public final class EndsSoon {
    private static final int DAYS = 60;
    private static final int MOST = 50;
    private static final int ACCOUNTS = 500;

    private final Records records;

    public EndsSoon(Records records) {
        this.records = records;
    }

    /** Service contracts in force, the first to end first. */
    public List<Row> contracts(Actor actor, LocalDate today) {
        return ending(actor, AftersalesTypes.SERVICE_CONTRACT, "until", "active", today);
    }

    /** Systems in service, by the end of their warranty. */
    public List<Row> warranties(Actor actor, LocalDate today) {
        return ending(actor, AftersalesTypes.INSTALLED_SYSTEM, "warrantyUntil", "in-service", today);
    }

    private List<Row> ending(Actor actor, String type, String field, String state, LocalDate today) {
        if (!actor.may(type + ":read")) {
            return List.of();
        }
        Filter mine = new Condition("owner", Op.EQ, List.of("me"));
        List<String> accounts = accounts(actor, today);
        if (!accounts.isEmpty()) {
            mine = new Filter.Or(List.of(mine, new Condition("account", Op.IN, accounts)));
        }
        Filter soon = new Filter.And(List.of(
                Filter.eq("state", state),
                new Condition(field, Op.GE, List.of(today.toString())),
                new Condition(field, Op.LE, List.of(today.plusDays(DAYS).toString())),
                mine));
        List<Query.Sort> order = List.of(new Query.Sort(field, false));
        return records.list(actor, new Query(type, soon, "", order, MOST, null, null))
                .rows();
    }

    private List<String> accounts(Actor actor, LocalDate today) {
        if (!actor.may("account-member:read")) {
            return List.of();
        }
        Query mine = Query.all("account-member")
                .where(new Condition("member", Op.EQ, List.of("me")))
                .limit(ACCOUNTS);
        return records.list(actor, mine).rows().stream()
                .filter(it -> !(it.get("until") instanceof LocalDate until && until.isBefore(today)))
                .map(it -> it.ref("account"))
                .filter(Objects::nonNull)
                .distinct()
                .map(UUID::toString)
                .toList();
    }
}
