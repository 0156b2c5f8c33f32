package org.weir.solution.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.records.api.Via;
import org.weir.solution.configuration.BillOfMaterials;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.price.ItemKind;
import org.weir.solution.price.PriceBook;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "solution"})
final class QuoteStoreTest {
    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    /** A customer, a price list from 20 to 40 percent, and two who may do everything. */
    private static final class Shop {
        final House house;
        final Actor maker;
        final Actor boss;
        final Row account;
        final Row list;

        Shop(TestDatabase databases) {
            house = new House(databases);
            maker = house.person("maker", "administrator");
            boss = house.person("boss", "administrator");
            account = house.create("account", "name", "Atlas", "country", "DE", "region", "eu");
            list = list("Europe", "EUR", "eu");
            price("R12", "2000", "1400");
            price("BAT", "1000.05", "700");
        }

        Row list(String name, String currency, String region) {
            return house.create(
                    "price-list",
                    "name",
                    name,
                    "currency",
                    currency,
                    "region",
                    region,
                    "validFrom",
                    TODAY.minusDays(100),
                    "floorMargin",
                    new BigDecimal(20),
                    "ceilingMargin",
                    new BigDecimal(40));
        }

        void price(String item, String price, String cost) {
            house.create(
                    "price",
                    "list",
                    list.id(),
                    "item",
                    item,
                    "label",
                    item,
                    "unitPrice",
                    new BigDecimal(price),
                    "unitCost",
                    new BigDecimal(cost));
        }

        Row quote(Object... more) {
            Map<String, Object> values = House.map(
                    "subject",
                    "Power",
                    "account",
                    account.id(),
                    "priceList",
                    list.id(),
                    "currency",
                    "EUR",
                    "validUntil",
                    TODAY.plusDays(30));
            values.putAll(House.map(more));
            return house.records.create(maker, Draft.create("quote", values));
        }

        Row line(Row quote, String item, long quantity, long sites, Object... more) {
            Map<String, Object> values = House.map(
                    "quote",
                    quote.id(),
                    "label",
                    item,
                    "item",
                    item,
                    "siteType",
                    "Urban macro",
                    "quantity",
                    quantity,
                    "sites",
                    sites);
            values.putAll(House.map(more));
            return house.records.create(maker, Draft.create("quote-line", values));
        }

        Row now(Row row) {
            return house.records.read(house.system, row.type().name(), row.id());
        }

        Row change(Row row, Object... values) {
            return house.records.update(maker, Draft.change(now(row), new HashMap<>(House.map(values))));
        }

        List<Row> lines(Row quote) {
            return house.records
                    .list(
                            house.system,
                            Query.all("quote-line")
                                    .where(Filter.eq("quote", quote.id()))
                                    .limit(100))
                    .rows();
        }

        List<Row> all(String type) {
            return house.records.list(house.system, Query.all(type).limit(100)).rows();
        }

        Row act(Actor actor, Row quote, String action, Object... input) {
            return house.act(actor, "quote", quote, action, input);
        }

        /** Below the floor, and asked about. */
        Row waiting() {
            Row quote = quote("discount", new BigDecimal(15));
            line(quote, "R12", 1, 6);
            return act(maker, quote, "request-approval", "reason", "Door opener");
        }

        Row approved() {
            return act(boss, waiting(), "approve", "answer", "First order of the group");
        }

        Row sent() {
            Row quote = quote();
            line(quote, "R12", 1, 6);
            return act(maker, quote, "send");
        }
    }

    private static String refused(String field, Executable attempt) {
        ProblemException problem = assertThrows(ProblemException.class, attempt);
        assertTrue(
                problem.fields().stream().anyMatch(it -> it.field().equals(field)),
                () -> field + " expected in " + problem.fields());
        return problem.fields().stream()
                .filter(it -> it.field().equals(field))
                .findFirst()
                .orElseThrow()
                .text()
                .toString();
    }

    private static @Nullable Object state(Row quote) {
        return quote.get("state");
    }

    private static BigDecimal amount(@Nullable Object money) {
        return money instanceof Money it ? it.amount().stripTrailingZeros() : BigDecimal.ZERO;
    }

    @OnEachDatabase
    void each_line_is_rounded_and_the_total_is_the_sum_of_rounded_lines(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row quote = shop.quote("discount", new BigDecimal("2.5"));
        Row line = shop.line(quote, "BAT", 3, 7, "discount", new BigDecimal("3.33"));
        assertEquals(0, new BigDecimal("1000.05").compareTo((BigDecimal) line.get("unitPrice")));
        assertEquals(new BigDecimal("20301.72"), amount(line.get("lineTotal")));
        shop.line(quote, "R12", 1, 1);
        // 22301.72 less 2.5 %, which is 557.543
        assertEquals(new BigDecimal("21744.18"), amount(shop.now(quote).get("total")));
        assertEquals("inside", shop.now(quote).get("corridor"));
        house(shop, quote, "14700");
        Row yen = shop.list("Japan", "JPY", "eu");
        Row inYen = shop.quote("priceList", yen.id(), "currency", "JPY");
        assertEquals(
                new BigDecimal("1111"),
                amount(shop.line(inYen, "X", 1, 1, "unitPrice", new BigDecimal("1111.4"))
                        .get("lineTotal")));
    }

    private static void house(Shop shop, Row quote, String atLeast) {
        Offer offer = new Offers(shop.house.database).of(shop.now(quote));
        assertTrue(offer.cost() != null && offer.cost().compareTo(new BigDecimal(atLeast)) >= 0);
    }

    @OnEachDatabase
    void a_quote_in_a_currency_without_a_rate_names_the_pair_and_the_day_at_the_field(TestDatabase databases) {
        Shop shop = new Shop(databases);
        String why = refused("currency", () -> shop.quote("currency", "USD"));
        assertTrue(why.contains("EUR") && why.contains("USD") && why.contains(TODAY.toString()), why);
        refused("currency", () -> shop.quote("currency", "EUX"));
        shop.house.create(
                "exchange-rate",
                "source",
                "USD",
                "target",
                "EUR",
                "ratedOn",
                TODAY.minusDays(40),
                "rate",
                new BigDecimal("0.8"));
        refused("currency", () -> shop.quote("currency", "USD"));
        shop.house.create(
                "exchange-rate",
                "source",
                "USD",
                "target",
                "EUR",
                "ratedOn",
                TODAY.minusDays(3),
                "rate",
                new BigDecimal("0.8"));
        Row quote = shop.quote("currency", "USD");
        Row line = shop.line(quote, "R12", 1, 1);
        assertEquals(new BigDecimal("2500"), amount(line.get("lineTotal")).setScale(0));
        assertEquals("inside", shop.now(quote).get("corridor"));
        assertEquals(0, shop.all("quote").size() - 1);
    }

    @OnEachDatabase
    void a_line_without_a_price_takes_that_of_the_list_or_says_that_there_is_none(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row quote = shop.quote();
        String why = refused("unitPrice", () -> shop.line(quote, "UNKNOWN", 1, 1));
        assertTrue(why.contains("UNKNOWN") && why.contains("Europe"), why);
        refused("quantity", () -> shop.line(quote, "R12", 0, 1));
        refused("discount", () -> shop.line(quote, "R12", 1, 1, "discount", new BigDecimal(101)));
        assertEquals(0, shop.lines(quote).size());
    }

    @OnEachDatabase
    void nothing_leaves_the_house_outside_the_corridor_without_an_approval(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row low = shop.quote("discount", new BigDecimal(15));
        shop.line(low, "R12", 1, 6);
        assertEquals("below-floor", shop.now(low).get("corridor"));
        assertThrows(ProblemException.class, () -> shop.act(shop.maker, low, "send"));
        refused("corridor", () -> shop.change(low, "state", "sent"));
        refused("state", () -> shop.change(low, "state", "accepted"));
        shop.change(low, "state", "approved");
        assertEquals("draft", state(shop.now(low)), "an approved state without an approval falls back");
        Row high = shop.quote();
        shop.line(high, "R12", 1, 1, "unitPrice", new BigDecimal(4000));
        assertEquals("above-ceiling", shop.now(high).get("corridor"));
        refused("corridor", () -> shop.change(high, "state", "sent"));
        Row unknown = shop.quote();
        shop.line(unknown, "EXTRA", 1, 1, "unitPrice", new BigDecimal(10));
        assertEquals("unknown", shop.now(unknown).get("corridor"));
        refused("corridor", () -> shop.change(unknown, "state", "sent"));
        refused("", () -> shop.change(shop.quote(), "state", "sent"));
        assertEquals("draft", state(shop.quote("state", "approved")));
        refused("state", () -> shop.quote("state", "sent"));
    }

    @OnEachDatabase
    void who_asks_does_not_decide_and_what_is_approved_may_go(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row quote = shop.waiting();
        assertEquals("waiting", state(quote));
        ProblemException own = assertThrows(
                ProblemException.class, () -> shop.act(shop.maker, quote, "approve", "answer", "I like it"));
        assertEquals(403, own.status());
        assertThrows(ProblemException.class, () -> shop.act(shop.maker, quote, "send"));
        Row approved = shop.act(shop.boss, quote, "approve", "answer", "First order");
        assertEquals("approved", state(approved));
        assertEquals("sent", state(shop.act(shop.maker, approved, "send")));
        Row decided = shop.all("approval").get(0);
        assertEquals("approved", decided.get("state"));
        assertEquals(shop.boss.user(), decided.ref("decidedBy"));
        refused("", () -> shop.change(decided, "answer", "Something else"));
        refused("", () -> shop.house.records.delete(shop.maker, "approval", decided.id(), null));
        Row refusedOne = shop.act(shop.boss, shop.waiting(), "refuse", "answer", "Too cheap");
        assertEquals("draft", state(refusedOne));
        assertThrows(ProblemException.class, () -> shop.act(shop.maker, refusedOne, "send"));
    }

    @OnEachDatabase
    void an_approval_lapses_with_any_change_of_its_figures(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row byDiscount = shop.approved();
        assertEquals("draft", state(shop.change(byDiscount, "discount", new BigDecimal(16))));
        Row byLine = shop.approved();
        shop.change(shop.lines(byLine).get(0), "unitPrice", new BigDecimal(1999));
        assertEquals("draft", state(shop.now(byLine)));
        Row byNewLine = shop.approved();
        shop.line(byNewLine, "BAT", 1, 1);
        assertEquals("draft", state(shop.now(byNewLine)));
        Row byGoneLine = shop.approved();
        shop.house.records.delete(
                shop.maker, "quote-line", shop.lines(byGoneLine).get(0).id(), null);
        assertEquals("draft", state(shop.now(byGoneLine)));
        Row byCost = shop.approved();
        shop.house.act(
                shop.boss, "quote-line", shop.lines(byCost).get(0), "set-cost", "unitCost", new BigDecimal(1500));
        assertEquals("draft", state(shop.now(byCost)));
        Row bySwap = shop.approved();
        Row line = shop.lines(bySwap).get(0);
        shop.change(line, "quantity", 2L, "sites", 3L);
        assertEquals("draft", state(shop.now(bySwap)), "same total, other figures");
        shop.change(line, "quantity", 1L, "sites", 6L);
        refused("corridor", () -> shop.change(bySwap, "state", "sent"));
        assertTrue(shop.all("approval").stream().allMatch(it -> "void".equals(it.get("state"))));
        Row untouched = shop.approved();
        assertEquals("approved", state(shop.change(untouched, "terms", "30 days")));
        Row whileWaiting = shop.waiting();
        shop.change(shop.lines(whileWaiting).get(0), "sites", 7L);
        assertEquals("draft", state(shop.now(whileWaiting)));
        assertThrows(ProblemException.class, () -> shop.act(shop.boss, whileWaiting, "approve", "answer", "late"));
    }

    @OnEachDatabase
    void neither_a_copy_nor_a_new_version_takes_the_approval_along(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row approved = shop.approved();
        Row copy = shop.act(shop.maker, approved, "copy");
        assertEquals("draft", state(copy));
        assertEquals(1, shop.lines(copy).size());
        refused("corridor", () -> shop.change(copy, "state", "sent"));
        Row sent = shop.act(shop.maker, approved, "send");
        Row next = shop.act(shop.maker, sent, "new-version");
        assertEquals(sent.id(), next.ref("previous"));
        assertEquals(2L, next.get("edition"));
        assertEquals(sent.get("number") + " v2", next.get("number"));
        refused("corridor", () -> shop.change(next, "state", "sent"));
        assertThrows(ProblemException.class, () -> shop.act(shop.maker, sent, "new-version"), "one is there already");
        assertEquals("sent", state(shop.now(sent)));
    }

    @OnEachDatabase
    void what_was_sent_stays_by_every_way(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row sent = shop.sent();
        Row line = shop.lines(sent).get(0);
        refused("discount", () -> shop.change(sent, "discount", new BigDecimal(1)));
        refused("subject", () -> shop.change(sent, "subject", "Other"));
        refused("validUntil", () -> shop.change(sent, "validUntil", TODAY.plusDays(300)));
        refused("state", () -> shop.change(sent, "state", "draft"));
        refused("", () -> shop.change(line, "unitPrice", BigDecimal.ONE));
        refused("", () -> shop.change(line, "label", "Other"));
        refused("", () -> shop.line(sent, "BAT", 1, 1));
        assertThrows(
                ProblemException.class,
                () -> shop.house.records.delete(shop.house.system, "quote-line", line.id(), null));
        assertThrows(
                ProblemException.class, () -> shop.house.records.delete(shop.house.system, "quote", sent.id(), null));
        assertThrows(
                ProblemException.class,
                () -> shop.house.act(shop.boss, "quote-line", line, "set-cost", "unitCost", BigDecimal.ONE));
        ProblemException imported = assertThrows(
                ProblemException.class,
                () -> shop.house.records.update(
                        shop.maker,
                        new Draft(
                                "quote", sent.id(), null, new HashMap<>(Map.of("terms", "None")), UUID.randomUUID())));
        assertEquals(422, imported.status());
        assertThrows(ProblemException.class, () -> Via.during("restore", () -> shop.change(sent, "subject", "Before")));
        Row draft = shop.quote();
        Row loose = shop.line(draft, "BAT", 1, 1);
        refused("quote", () -> shop.change(loose, "quote", shop.quote().id()));
        assertFalse(shop.house.records.offers(shop.maker, "update", shop.now(sent)));
        assertFalse(shop.house.records.offers(shop.maker, "delete", shop.now(sent)));
        assertTrue(shop.house.records.may(shop.maker, "update", shop.now(sent)));
        assertTrue(shop.house.records.offers(shop.maker, "update", shop.now(draft)));
    }

    @OnEachDatabase
    void an_accepted_quote_becomes_the_contract_once_and_wins_the_opportunity(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row opportunity = shop.house.create("opportunity", "title", "Twelve sites", "account", shop.account.id());
        Row site = shop.house.create("site", "name", "Soweto North", "account", shop.account.id());
        Row model = shop.house.create("product-model", "name", "Power", "edition", "1", "currency", "EUR");
        Row configuration = shop.house.create(
                "configuration",
                "title",
                "Network energy",
                "account",
                shop.account.id(),
                "opportunity",
                opportunity.id(),
                "model",
                model.id());
        SiteType urban = new SiteType(UUID.randomUUID(), "Urban macro", 3, List.of(site.id()));
        SiteType hub = new SiteType(UUID.randomUUID(), "Hub", 1, List.of());
        shop.house.bills.put(
                configuration.id(),
                new BillOfMaterials(
                        configuration.id(),
                        model.id(),
                        "EUR",
                        true,
                        1,
                        List.of(urban, hub),
                        List.of(
                                piece(urban, "R12", 1, "9", "8", true),
                                piece(urban, "CABLE", 4, "25", "18", true),
                                piece(urban, "Group", 1, "0", "0", false),
                                piece(hub, "BAT", 2, "9", "8", true))));
        Row quote =
                shop.house.act(shop.maker, "configuration", configuration, "make-quote", "priceList", shop.list.id());
        assertEquals(3, shop.lines(quote).size());
        assertEquals("inside", quote.get("corridor"));
        // 3 x 2000 of the list, 12 x 25 of the model, 2 x 1000.05 of the list
        assertEquals(new BigDecimal("8300.1"), amount(quote.get("total")));
        assertThrows(
                ProblemException.class,
                () -> shop.act(shop.maker, quote, "accept", "decidedBy", "Ms Dube", "decidedOn", TODAY),
                "not before it is sent");
        Row sent = shop.act(shop.maker, quote, "send");
        refused(
                "decidedOn",
                () -> shop.act(shop.maker, sent, "accept", "decidedBy", "Ms Dube", "decidedOn", TODAY.plusDays(90)));
        shop.house.events.clear();
        Row contract = shop.act(
                shop.maker,
                sent,
                "accept",
                "decidedBy",
                "Ms Dube",
                "decidedOn",
                TODAY,
                "orderNumber",
                "PO-7",
                "wonBecause",
                "solution");
        assertEquals("contract", contract.type().name());
        assertEquals(new BigDecimal("8300.1"), amount(contract.get("amount")));
        assertEquals("PO-7", contract.get("orderNumber"));
        assertEquals(3, shop.all("contract-line").size());
        assertEquals(
                Map.of("R12", "hardware", "CABLE", "service", "BAT", "hardware"),
                shop.all("contract-line").stream()
                        .collect(Collectors.toMap(it -> it.text("item"), it -> it.text("kind"))));
        assertEquals(
                List.of("Soweto North", "Urban macro 2", "Urban macro 3", "Hub 1"),
                shop.all("contract-site").stream().map(it -> it.text("name")).toList());
        assertEquals("won", shop.now(opportunity).get("stage"));
        assertEquals(
                1,
                shop.house.events.types().stream()
                        .filter("contract.signed"::equals)
                        .count());
        assertThrows(
                ProblemException.class,
                () -> shop.act(shop.maker, sent, "accept", "decidedBy", "Ms Dube", "decidedOn", TODAY));
        assertEquals(1, shop.all("contract").size());
        refused("amount", () -> shop.change(contract, "amount", Money.of("1.00", "EUR")));
        refused("", () -> shop.change(shop.all("contract-line").get(0), "quantity", 9L));
        refused(
                "",
                () -> shop.house.records.delete(
                        shop.maker,
                        "contract-site",
                        shop.all("contract-site").get(0).id(),
                        null));
        Row third = shop.all("contract-site").get(2);
        refused("site", () -> shop.change(third, "site", site.id()));
        Row elsewhere = shop.house.create(
                "site",
                "name",
                "Elsewhere",
                "account",
                shop.house.create("account", "name", "Other").id());
        refused("site", () -> shop.change(third, "site", elsewhere.id()));
    }

    private static BillOfMaterials.Line piece(
            SiteType type, String feature, int quantity, String price, String cost, boolean physical) {
        return new BillOfMaterials.Line(
                type,
                feature,
                Map.of("en", feature),
                quantity,
                new BigDecimal(price),
                new BigDecimal(cost),
                BigDecimal.ZERO,
                physical,
                feature.equals("CABLE") ? ItemKind.SERVICE : ItemKind.HARDWARE);
    }

    @OnEachDatabase
    void a_contract_is_not_made_by_hand(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row sent = shop.sent();
        refused(
                "quote",
                () -> shop.house.create(
                        "contract",
                        "subject",
                        "Power",
                        "account",
                        shop.account.id(),
                        "amount",
                        Money.of("1.00", "EUR"),
                        "signedOn",
                        TODAY,
                        "quote",
                        sent.id()));
        assertEquals(0, shop.all("contract").size());
    }

    @OnEachDatabase
    void accepting_one_version_ends_the_others_and_declining_keeps_the_reason(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row first = shop.sent();
        Row second = shop.act(shop.maker, first, "new-version");
        Row sentSecond = shop.act(shop.maker, second, "send");
        shop.act(shop.maker, sentSecond, "accept", "decidedBy", "Ms Dube", "decidedOn", TODAY);
        assertEquals("expired", state(shop.now(first)));
        assertEquals("accepted", state(shop.now(second)));
        Row declined = shop.act(shop.maker, shop.sent(), "decline", "reason", "Too late");
        assertEquals("declined", state(declined));
        assertEquals("Too late", declined.get("reason"));
        refused("", () -> shop.change(declined, "reason", "Something nicer"));
    }

    @OnEachDatabase
    void a_price_list_of_another_region_or_another_time_is_refused(TestDatabase databases) {
        Shop shop = new Shop(databases);
        Row africa = shop.list("Africa", "EUR", "africa");
        refused("priceList", () -> shop.quote("priceList", africa.id()));
        refused("priceList", () -> shop.quote("pricedOn", TODAY.minusDays(200)));
        refused("ceilingMargin", () -> shop.change(shop.list, "floorMargin", new BigDecimal(50)));
        assertFalse(shop.all("price").isEmpty());
        assertNull(shop.now(shop.list).get("validUntil"));
    }

    @OnEachDatabase
    void the_corridor_a_configurator_shows_is_that_of_the_regions_list_before_one_for_all(TestDatabase databases) {
        Shop shop = new Shop(databases);
        PriceBook prices = new PriceBook(shop.house.database);
        shop.list("Africa", "USD", "africa");
        shop.list("Africa in rand", "ZAR", "africa");
        assertEquals(
                "Africa in rand",
                prices.fitting("africa", "ZAR", TODAY).orElseThrow().name());
        assertEquals("Europe", prices.fitting("eu", "ZAR", TODAY).orElseThrow().name());
        assertTrue(prices.fitting("cn", "CNY", TODAY).isEmpty());
        assertTrue(prices.fitting("eu", "EUR", TODAY.minusDays(200)).isEmpty());
        shop.list("World", "EUR", "");
        assertEquals("World", prices.fitting("cn", "CNY", TODAY).orElseThrow().name());
        assertEquals("World", prices.fitting("", "CNY", TODAY).orElseThrow().name());
    }

    @OnEachDatabase
    void a_line_is_what_the_price_list_says_unless_said_otherwise_and_stays_so_in_copies(TestDatabase databases) {
        Shop shop = new Shop(databases);
        shop.house.create(
                "price",
                "list",
                shop.list.id(),
                "item",
                "DAY",
                "label",
                "Day of work",
                "kind",
                "service",
                "unitPrice",
                new BigDecimal(640),
                "unitCost",
                new BigDecimal(470));
        Row quote = shop.quote();
        assertEquals("service", shop.line(quote, "DAY", 1, 1).text("kind"));
        assertEquals("hardware", shop.line(quote, "R12", 1, 1).text("kind"));
        assertEquals(
                "software", shop.line(quote, "BAT", 1, 1, "kind", "software").text("kind"));
        Row copy = shop.act(shop.maker, quote, "copy");
        assertEquals(
                List.of("service", "hardware", "software"),
                shop.lines(copy).stream().map(it -> it.text("kind")).toList());
    }
}
