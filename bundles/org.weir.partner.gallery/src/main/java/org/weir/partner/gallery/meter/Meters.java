package org.weir.partner.gallery.meter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The meters that somebody may see. */
public final class Meters {
    private static final int MOST = 50;

    private final Records records;

    public Meters(Records records) {
        this.records = records;
    }

    public static boolean overdue(Row meter, LocalDate today) {
        return meter.get("dueOn") instanceof LocalDate due && due.isBefore(today);
    }

    public List<Row> of(Actor actor, UUID account) {
        return list(actor, Filter.eq("account", account));
    }

    /** Those that wait for a reading today, the longest first. */
    public List<Row> due(Actor actor, LocalDate today) {
        return list(actor, new Filter.Condition("dueOn", Filter.Op.LE, List.of(today.toString())));
    }

    /** As {@link #due}, of one reader. */
    public List<Row> dueBy(Actor actor, UUID reader, LocalDate today) {
        Filter due = new Filter.Condition("dueOn", Filter.Op.LE, List.of(today.toString()));
        return list(actor, new Filter.And(List.of(Filter.eq("reader", reader), due)));
    }

    private List<Row> list(Actor actor, Filter filter) {
        List<Query.Sort> order = List.of(new Query.Sort("dueOn", false));
        return records.list(actor, new Query(Meter.TYPE, filter, "", order, MOST, null, null))
                .rows();
    }
}
