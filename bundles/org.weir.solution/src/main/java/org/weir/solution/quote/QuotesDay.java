package org.weir.solution.quote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** My day: approvals that wait for me, what was approved and is to be sent, offers that end soon or stay unanswered. */
@Component
public final class QuotesDay implements DaySource {
    /** After so many days without an answer one asks. */
    static final int SILENT = 14;

    private static final int ENDING = 7;
    private static final int MOST = 50;

    private final Records records;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public QuotesDay(@Reference Records records) {
        this.records = records;
    }

    @Override
    public Text name() {
        return Text.of("quote.day");
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String permission() {
        return "quote:read";
    }

    @Override
    public List<Item> items(Visit visit) {
        Actor actor = visit.actor();
        LocalDate today = LocalDate.now(clock.withZone(actor.zone()));
        List<Item> items = new ArrayList<>();
        if (actor.may("quote:approve") && actor.may("approval:read")) {
            approvals(actor, items);
        }
        Filter mine = new Filter.Or(List.of(is("owner", "me"), is("account.owner", "me")));
        approved(actor, mine, items);
        sent(actor, mine, today, items);
        items.sort(Comparator.comparing(Item::kind)
                .thenComparing(it -> Objects.requireNonNullElse(it.due(), Instant.MAX)));
        return items.size() > MOST ? items.subList(0, MOST) : items;
    }

    private static Condition is(String path, String value) {
        return new Condition(path, Op.EQ, List.of(value));
    }

    private List<Row> list(Actor actor, String type, Filter... all) {
        return records.list(
                        actor,
                        Query.all(type).where(new Filter.And(List.of(all))).limit(MOST))
                .rows();
    }

    private void approvals(Actor actor, List<Item> items) {
        List<Row> open = list(
                actor,
                "approval",
                is("state", "open"),
                new Condition("requestedBy", Op.NE, List.of(actor.user().toString())));
        Map<UUID, String> accounts = accounts(actor, open);
        for (Row approval : open) {
            items.add(new Item(
                    Kind.APPROVAL,
                    null,
                    String.valueOf(approval.get("subject")),
                    Text.of(
                            "quote.day.approval",
                            Text.of("record.approval.rule." + approval.get("rule")),
                            accounts.getOrDefault(approval.ref("account"), "")),
                    approval.type().icon(),
                    "/r/quote/" + approval.ref("quote"),
                    Text.of("quote.day.decide")));
        }
    }

    private Map<UUID, String> accounts(Actor actor, List<Row> rows) {
        return records.titles(
                actor,
                "account",
                rows.stream()
                        .map(it -> it.ref("account"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private void approved(Actor actor, Filter mine, List<Item> items) {
        if (!actor.may("quote:send")) {
            return;
        }
        List<Row> rows = list(actor, "quote", is("state", States.APPROVED), mine);
        Map<UUID, String> accounts = accounts(actor, rows);
        for (Row quote : rows) {
            items.add(item(
                    Kind.TODAY,
                    null,
                    quote,
                    Text.of("quote.day.approved", accounts.getOrDefault(quote.ref("account"), "")),
                    Text.of("record.quote.action.send")));
        }
    }

    private void sent(Actor actor, Filter mine, LocalDate today, List<Item> items) {
        List<Row> rows = list(actor, "quote", is("state", States.SENT), mine);
        Map<UUID, String> accounts = accounts(actor, rows);
        for (Row quote : rows) {
            LocalDate until = (LocalDate) Objects.requireNonNull(quote.get("validUntil"));
            LocalDate sent = (LocalDate) Objects.requireNonNull(quote.get("sentOn"));
            String account = accounts.getOrDefault(quote.ref("account"), "");
            long silent = ChronoUnit.DAYS.between(sent, today);
            Instant end =
                    until.plusDays(1).atStartOfDay(actor.zone()).toInstant().minusSeconds(60);
            if (!until.isAfter(today.plusDays(ENDING))) {
                Kind kind = until.isBefore(today) ? Kind.LATE : until.equals(today) ? Kind.TODAY : Kind.SOON;
                items.add(item(
                        kind,
                        end,
                        quote,
                        Text.of(kind == Kind.LATE ? "quote.day.ended" : "quote.day.ends", account),
                        Text.of("quote.day.ask")));
            } else if (silent > SILENT) {
                items.add(item(
                        Kind.LATE,
                        sent.plusDays(SILENT + 1L)
                                .atStartOfDay(actor.zone())
                                .toInstant()
                                .minusSeconds(60),
                        quote,
                        Text.of("quote.day.silent", account, silent),
                        Text.of("quote.day.ask")));
            }
        }
    }

    private static Item item(
            Kind kind, @org.jspecify.annotations.Nullable Instant due, Row quote, Text detail, Text verb) {
        return new Item(
                kind,
                due,
                quote.get("number") + " " + quote.get("subject"),
                detail,
                quote.type().icon(),
                "/r/quote/" + quote.id(),
                verb);
    }
}
