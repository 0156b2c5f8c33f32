package org.weir.relationship.touchpoint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField.Badge;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.lead.LeadStation;
import org.weir.relationship.need.NeedStation;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;

/**
 * What waits for somebody who looks after customers: own leads not looked at, own opportunities past their expected close,
 * own needs without an answer, own accounts not seen for too long.
 */
@Component
public final class RelationshipDay implements DaySource {
    private static final int MOST = 50;
    private static final int EACH = 25;

    private final Records records;
    private final Clock clock;

    @Activate
    public RelationshipDay(@Reference Records records) {
        this(records, Clock.systemUTC());
    }

    RelationshipDay(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Text name() {
        return Text.of("relationship.day");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String permission() {
        return "account:read";
    }

    @Override
    public List<Item> items(Visit visit) {
        Actor actor = visit.actor();
        List<Item> items = new ArrayList<>();
        if (actor.may("lead:read")) {
            items.addAll(dated(
                    visit,
                    "lead",
                    "received",
                    LeadStation.PATIENCE,
                    Filter.eq("state", "new"),
                    Text.of("lead.waits-too-long", LeadStation.PATIENCE),
                    "qualify"));
        }
        if (actor.may("opportunity:read")) {
            items.addAll(dated(
                    visit,
                    "opportunity",
                    "expectedClose",
                    0,
                    new Filter.Condition("stage", Filter.Op.OUT, List.of("won", "lost")),
                    Text.of("opportunity.overdue"),
                    "advance"));
        }
        if (actor.may("need:read")) {
            items.addAll(dated(
                    visit,
                    "need",
                    "voiced",
                    NeedStation.PATIENCE,
                    Filter.eq("state", "open"),
                    Text.of("need.unanswered-too-long", NeedStation.PATIENCE),
                    "answer"));
        }
        items.addAll(unseen(visit));
        items.sort(Comparator.comparing(Item::kind)
                .thenComparing(Item::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return items.size() > MOST ? items.subList(0, MOST) : items;
    }

    /** Own records whose day is longer ago than the patience, in days. */
    private List<Item> dated(
            Visit visit, String type, String field, int patience, Filter state, Text why, String action) {
        Actor actor = visit.actor();
        LocalDate last = LocalDate.ofInstant(clock.instant(), actor.zone()).minusDays(patience + 1L);
        Filter filter = new Filter.And(List.of(
                Filter.eq("owner", actor.user()),
                state,
                new Filter.Condition(field, Filter.Op.LE, List.of(last.toString()))));
        List<Row> rows = records.list(
                        actor, new Query(type, filter, "", List.of(new Query.Sort(field, false)), EACH, null, null))
                .rows();
        Map<UUID, String> accounts = records.titles(
                actor,
                "account",
                rows.stream()
                        .map(it -> it.ref("account"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        List<Item> items = new ArrayList<>();
        for (Row row : rows) {
            LocalDate day = (LocalDate) Objects.requireNonNull(row.get(field));
            boolean may = actor.may(type + ":" + action);
            items.add(new Item(
                    Kind.LATE,
                    day.plusDays(patience).atStartOfDay(actor.zone()).toInstant(),
                    String.valueOf(row.get("title")),
                    Text.of("relationship.day-detail", why, whom(row, accounts)),
                    row.type().icon(),
                    "/r/" + type + "/" + row.id() + (may ? "/act/" + action : ""),
                    may ? Text.of("record." + type + ".action." + action) : null));
        }
        return items;
    }

    private static String whom(Row row, Map<UUID, String> accounts) {
        UUID account = row.ref("account");
        String company = row.type().name().equals("lead") ? row.text("company") : null;
        return account == null ? Objects.requireNonNullElse(company, "–") : accounts.getOrDefault(account, "–");
    }

    private List<Item> unseen(Visit visit) {
        Actor actor = visit.actor();
        List<Row> mine = records.list(
                        actor,
                        Query.all("account")
                                .where(Filter.eq("owner", actor.user()))
                                .limit(200))
                .rows();
        Map<UUID, Map<String, Object>> seen = records.compute(actor, mine, List.of("lastSeen"));
        List<Item> items = new ArrayList<>();
        for (Row account : mine) {
            Badge badge = badge(seen.getOrDefault(account.id(), Map.of()).get("lastSeen"));
            if (badge != null && !badge.tone().equals("plain") && items.size() < EACH) {
                boolean may = actor.may("account:log-touchpoint");
                items.add(new Item(
                        badge.tone().equals("bad") ? Kind.LATE : Kind.SOON,
                        null,
                        String.valueOf(account.get("name")),
                        Text.of("relationship.day-detail", badge.hint(), badge.label()),
                        account.type().icon(),
                        "/r/account/" + account.id() + (may ? "/act/log-touchpoint" : ""),
                        may ? Text.of("record.account.action.log-touchpoint") : null));
            }
        }
        return items;
    }

    private static @Nullable Badge badge(@Nullable Object computed) {
        return computed instanceof List<?> many && !many.isEmpty() && many.get(0) instanceof Badge badge ? badge : null;
    }
}
