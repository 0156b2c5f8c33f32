package org.weir.aftersales.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;

/** My day: my tickets near or past due, what came up the ladder to me, and what nobody has taken yet. */
@Component
public final class TicketsDay implements DaySource {
    private static final int MOST = 50;
    private static final int NOT_TAKEN = 10;
    private static final Duration NEAR = Duration.ofHours(48);

    private final Records records;
    private final Clock clock;

    @Activate
    public TicketsDay(@Reference Records records) {
        this(records, Clock.systemUTC());
    }

    TicketsDay(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Text name() {
        return Text.of("record.ticket.many");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String permission() {
        return "ticket:read";
    }

    @Override
    public List<Item> items(Visit visit) {
        Actor actor = visit.actor();
        Set<UUID> seen = new HashSet<>();
        List<Item> items = new ArrayList<>();
        String soon = clock.instant().plus(NEAR).toString();
        Filter mine = Filter.eq("owner", "me");
        add(items, seen, actor, list(actor, MOST, mine, due(Op.LE, soon)), "ticket.day.mine");
        int step = actor.may("ticket:region-manager") ? 3 : actor.may("ticket:service-manager") ? 2 : 0;
        if (step > 0) {
            Filter up = new Condition("escalation", Op.GE, List.of(String.valueOf(step)));
            add(items, seen, actor, list(actor, MOST, up), "ticket.day.escalated." + step);
        }
        if (actor.may("ticket:take")) {
            Filter nobodys = new Condition("owner", Op.NULL, List.of("true"));
            add(items, seen, actor, list(actor, NOT_TAKEN, nobodys, due(Op.LE, soon)), "ticket.day.nobody");
        }
        items.sort(Comparator.comparing(Item::kind)
                .thenComparing(it -> Objects.requireNonNullElse(it.due(), Instant.MAX)));
        return items.size() > MOST ? items.subList(0, MOST) : items;
    }

    private static Filter due(Op op, String at) {
        return new Condition("due", op, List.of(at));
    }

    private List<Row> list(Actor actor, int limit, Filter... filters) {
        Query query =
                new Query("ticket", OpenTicketsOf.OPEN, "", List.of(new Query.Sort("due", false)), limit, null, null);
        for (Filter filter : filters) {
            query = query.where(filter);
        }
        return records.list(actor, query).rows();
    }

    private void add(List<Item> items, Set<UUID> seen, Actor actor, List<Row> rows, String why) {
        Map<UUID, String> accounts = records.titles(
                actor,
                "account",
                rows.stream()
                        .map(it -> it.ref("account"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        for (Row row : rows) {
            if (seen.add(row.id())) {
                String account = accounts.getOrDefault(row.ref("account"), "");
                items.add(item(
                        actor, row, Text.of(why, account, Text.of("record.ticket.severity." + row.text("severity")))));
            }
        }
    }

    private Item item(Actor actor, Row row, Text detail) {
        Instant due = row.get("due") instanceof Instant at ? at : null;
        Verb verb = verb(actor, row);
        String href = "/r/ticket/" + row.id();
        return new Item(
                kind(actor, row, due),
                due,
                String.valueOf(row.get("title")),
                detail,
                "inbox",
                verb == null ? href : href + "/act/" + verb.name(),
                verb == null ? null : Text.of("record.ticket.action." + verb.name()));
    }

    private Kind kind(Actor actor, Row row, @Nullable Instant due) {
        Instant now = clock.instant();
        if (Boolean.FALSE.equals(row.get("slaMade")) || (due != null && due.isBefore(now))) {
            return Kind.LATE;
        }
        boolean today =
                due != null && LocalDate.ofInstant(due, actor.zone()).equals(LocalDate.ofInstant(now, actor.zone()));
        return today ? Kind.TODAY : Kind.SOON;
    }

    private record Verb(String name) {}

    private static @Nullable Verb verb(Actor actor, Row row) {
        String name = row.ref("owner") == null ? "take" : row.get("respondedAt") == null ? "respond" : "";
        return name.isEmpty() || !actor.may("ticket:" + name) ? null : new Verb(name);
    }
}
