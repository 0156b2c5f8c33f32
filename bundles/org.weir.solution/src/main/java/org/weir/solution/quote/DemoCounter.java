package org.weir.solution.quote;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.events.api.EventLog;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Via;
import org.weir.solution.configuration.BillsOfMaterials;
import org.weir.store.api.Database;

/** The desk over which the demo's quotes go: each step is the use case, run by the person and on the day it happened. */
final class DemoCounter {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Database database;
    private final Records records;
    private final Access access;
    private final Directory directory;
    private final RecordTypes types;
    private final EventLog events;
    private final @Nullable BillsOfMaterials bills;
    private final Offers offers;

    DemoCounter(
            Database database,
            Records records,
            Access access,
            Directory directory,
            RecordTypes types,
            EventLog events,
            @Nullable BillsOfMaterials bills) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.directory = directory;
        this.types = types;
        this.events = events;
        this.bills = bills;
        this.offers = new Offers(database);
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private Actor actor(String login) {
        return access.actor(directory.byLogin(login).orElseThrow().id());
    }

    Optional<Row> find(String type, String field, Object value) {
        if (types.find(type).isEmpty()) {
            return Optional.empty();
        }
        return records
                .list(
                        access.system(),
                        Query.all(type).where(Filter.eq(field, value)).limit(1))
                .rows()
                .stream()
                .findFirst();
    }

    private UUID list(String name) {
        return find("price-list", "name", name).orElseThrow().id();
    }

    private Row run(Action action, String login, Row row, Record input) {
        Action.Done done = Via.during(
                "action:" + action.name(),
                () -> action.run(new Action.Call(OnBehalf.of(actor(login), access), List.of(row), null, input)));
        return records.read(
                access.system(), Objects.requireNonNull(done.openType()), Objects.requireNonNull(done.openId()));
    }

    /** The quote of a configuration; nothing when it is not there or not complete. */
    Optional<Row> quote(String account, String configuration, String list, String login, LocalDate day) {
        Row customer = find("account", "name", account).orElse(null);
        Row row = find("configuration", "title", configuration).orElse(null);
        if (customer == null
                || row == null
                || bills == null
                || !bills.of(row.id()).complete()) {
            return Optional.empty();
        }
        MakeQuote make = new MakeQuote(database, records, access, bills, at(day));
        return Optional.of(
                run(make, login, row, new MakeQuote.Input(list(list), null, BigDecimal.ZERO, day.plusDays(60))));
    }

    /** A quote typed by hand: lines as {@code siteType:item:quantity:sites}. */
    Row quote(
            String account,
            String subject,
            String list,
            String currency,
            String login,
            LocalDate day,
            String... lines) {
        Row customer = find("account", "name", account).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("subject", subject);
        values.put("account", customer.id());
        values.put("priceList", list(list));
        values.put("currency", currency);
        values.put("pricedOn", day);
        values.put("validUntil", day.plusDays(30));
        values.put("language", "CN".equals(customer.get("country")) ? "zh-CN" : "en");
        find("opportunity", "title", subject).ifPresent(it -> values.put("opportunity", it.id()));
        Actor writer = OnBehalf.of(actor(login), access);
        Row quote = records.create(writer, Draft.create("quote", values));
        for (String line : lines) {
            String[] parts = line.split(":");
            line(writer, quote, parts[0], parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        }
        return now(quote);
    }

    private void line(Actor writer, Row quote, String siteType, String item, long quantity, long sites) {
        Row price = records.list(
                        access.system(),
                        Query.all("price")
                                .where(Filter.eq("item", item))
                                .where(Filter.eq("list", Objects.requireNonNull(quote.ref("priceList"))))
                                .limit(1))
                .rows()
                .get(0);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("quote", quote.id());
        values.put("siteType", siteType);
        values.put("item", item);
        values.put("label", String.valueOf(price.get("label")));
        values.put("quantity", quantity);
        values.put("sites", sites);
        records.create(writer, Draft.create("quote-line", values));
    }

    /** A line that no price list knows, and nobody has said what it costs. */
    void extra(Row quote, String login, String label, String price) {
        records.create(
                OnBehalf.of(actor(login), access),
                Draft.create(
                        "quote-line",
                        Map.of(
                                "quote",
                                quote.id(),
                                "label",
                                label,
                                "quantity",
                                1L,
                                "sites",
                                1L,
                                "unitPrice",
                                new BigDecimal(price))));
    }

    Row now(Row row) {
        return records.read(access.system(), row.type().name(), row.id());
    }

    Row change(Row row, String login, Map<String, Object> values) {
        return records.update(OnBehalf.of(actor(login), access), Draft.change(now(row), new LinkedHashMap<>(values)));
    }

    private List<Row> lines(Row quote, String item) {
        return records.list(
                        access.system(),
                        Query.all("quote-line")
                                .where(Filter.eq("quote", quote.id()))
                                .where(Filter.eq("item", item))
                                .limit(50))
                .rows();
    }

    void price(Row quote, String login, String item, String price) {
        lines(quote, item).forEach(it -> change(it, login, Map.of("unitPrice", new BigDecimal(price))));
    }

    void without(Row quote, String login, String siteType, String item) {
        lines(quote, item).stream()
                .filter(it -> siteType.equals(it.get("siteType")))
                .forEach(it -> records.delete(OnBehalf.of(actor(login), access), "quote-line", it.id(), null));
    }

    /** Gives the discount with which the margin is about this many percent. */
    Row aim(Row quote, String login, String margin) {
        Offer offer = offers.of(now(quote));
        BigDecimal wanted = Objects.requireNonNull(offer.cost())
                .multiply(HUNDRED)
                .divide(HUNDRED.subtract(new BigDecimal(margin)), MathContext.DECIMAL64);
        BigDecimal discount = HUNDRED.subtract(wanted.multiply(HUNDRED).divide(offer.subtotal(), MathContext.DECIMAL64))
                .setScale(1, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO);
        return change(quote, login, Map.of("discount", discount));
    }

    Row send(Row quote, String login, LocalDate day, LocalDate until) {
        return run(new Send(records, access, at(day)), login, now(quote), new Send.Input(until));
    }

    Row ask(Row quote, String login, String reason) {
        return run(
                new RequestApproval(database, records, access), login, now(quote), new RequestApproval.Input(reason));
    }

    Row approve(Row quote, String login, String answer) {
        return run(new Approve(database, records, access), login, now(quote), new Approve.Input(answer));
    }

    Row version(Row quote, String login) {
        return run(new NewVersion(database, records, access), login, now(quote), new Action.NoInput());
    }

    Row accept(Row quote, String login, String who, LocalDate day, String order) {
        Accept accept = new Accept(database, records, access, types, events, bills);
        return run(accept, login, now(quote), new Accept.Input(who, day, order, Accept.Reason.SOLUTION));
    }

    void decline(Row quote, String login, String who, LocalDate day, String reason) {
        run(new Decline(records, access), login, now(quote), new Decline.Input(reason, who, day));
    }

    void expire(Row quote) {
        records.update(access.system(), Draft.change(now(quote), Map.of("state", States.EXPIRED)));
    }

    void fulfilled(Row contract) {
        records.update(access.system(), Draft.change(contract, Map.of("state", "fulfilled")));
    }
}
