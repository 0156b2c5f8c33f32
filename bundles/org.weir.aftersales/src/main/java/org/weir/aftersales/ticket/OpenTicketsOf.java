package org.weir.aftersales.ticket;

import java.util.List;
import org.weir.access.api.Actor;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Records.Count;
import org.weir.records.api.Row;

/** The tickets of an account that nobody has resolved yet, as far as the reader may see them. */
final class OpenTicketsOf {
    private static final int CAP = 1_000;
    static final Filter OPEN = new Condition("resolvedAt", Op.NULL, List.of("true"));

    private final Records records;

    OpenTicketsOf(Records records) {
        this.records = records;
    }

    /**
     * @param ever all of them, resolved or not
     * @param late those open whose promise is broken
     */
    record Counts(long ever, long open, long late) {}

    Counts count(Actor actor, Row account) {
        Query ever = Query.all("ticket").where(Filter.eq("account", account.id()));
        Query open = query(account);
        List<Count> counts = records.counts(actor, List.of(ever, open, open.where(Filter.eq("slaMade", "false"))), CAP);
        return new Counts(
                counts.get(0).number(), counts.get(1).number(), counts.get(2).number());
    }

    List<Row> first(Actor actor, Row account, int limit) {
        return records.list(actor, query(account).limit(limit)).rows();
    }

    private static Query query(Row account) {
        return Query.all("ticket").where(Filter.eq("account", account.id())).where(OPEN);
    }

    static String href(Row account) {
        return "/r/ticket?filter=account==" + account.id() + ";resolvedAt=null=true";
    }
}
