package org.weir.solution.quote;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.configuration.BillOfMaterials;
import org.weir.solution.configuration.BillsOfMaterials;
import org.weir.solution.price.PriceBook;
import org.weir.solution.price.Rates;
import org.weir.store.api.Database;

/**
 * Turns a complete configuration into a quote: a line for each thing per site type. The price list's price holds where it has
 * one, otherwise the product model's, converted at the rate of the day.
 */
@Component
public final class MakeQuote implements Action {
    private static final int VALID_DAYS = 60;
    private static final Set<String> CHINESE = Set.of("CN", "TW", "HK", "MO", "SG");

    private final Database database;
    private final Records records;
    private final Access access;
    private final @Nullable BillsOfMaterials bills;
    private final Offers offers;
    private final Recalculate recalculate;
    private final PriceBook prices;
    private final Rates rates;
    private final Clock clock;

    @Activate
    public MakeQuote(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    BillsOfMaterials bills) {
        this(database, records, access, bills, Clock.systemUTC());
    }

    MakeQuote(Database database, Records records, Access access, @Nullable BillsOfMaterials bills, Clock clock) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.bills = bills;
        this.offers = new Offers(database);
        this.recalculate = new Recalculate(offers, records, access);
        this.prices = new PriceBook(database);
        this.rates = new Rates(database);
        this.clock = clock;
    }

    /** @param currency empty for that of the price list */
    public record Input(
            @FieldSpec(required = true, ref = "price-list") UUID priceList,
            @FieldSpec(max = 3) @Nullable String currency,
            @FieldSpec(initial = "0") @Nullable BigDecimal discount,
            @FieldSpec @Nullable LocalDate validUntil) {}

    @Override
    public String type() {
        return "configuration";
    }

    @Override
    public String name() {
        return "make-quote";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return bills != null;
    }

    @Override
    public Done run(Call call) {
        Row configuration = call.rows().get(0);
        Row quote = database.write(handle -> make(call.actor(), configuration, (Input) call.input()));
        return Done.open(Text.of("quote.made", String.valueOf(quote.get("number"))), quote);
    }

    private Row make(Actor actor, Row configuration, Input input) {
        BillOfMaterials bill = Objects.requireNonNull(bills).of(configuration.id());
        if (!bill.complete()) {
            throw ProblemException.conflict(Text.of("quote.configuration-open"));
        }
        Actor writer = OnBehalf.of(actor, access);
        Row account = records.read(writer, "account", Objects.requireNonNull(configuration.ref("account")));
        boolean chinese = CHINESE.contains(String.valueOf(account.get("country")));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("subject", configuration.get("title"));
        values.put("account", account.id());
        values.put("opportunity", configuration.get("opportunity"));
        values.put("configuration", configuration.id());
        values.put("language", chinese ? "zh-CN" : "en");
        values.put("priceList", input.priceList());
        String currency =
                input.currency() == null ? prices.terms(input.priceList()).currency() : input.currency();
        values.put("currency", currency);
        values.put("pricedOn", LocalDate.now(clock));
        values.put("discount", input.discount());
        values.put(
                "validUntil",
                input.validUntil() == null ? LocalDate.now(clock).plusDays(VALID_DAYS) : input.validUntil());
        Row quote = records.create(writer, new Draft("quote", null, null, values, null));
        Locale language = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Recalculate.later(() -> {
            bill.lines().stream().filter(MakeQuote::offered).forEach(it -> line(writer, quote, bill, it, language));
            return quote;
        });
        recalculate.now(quote.id());
        if (!"quoted".equals(configuration.get("state"))) {
            records.update(writer, Draft.change(configuration, Map.of("state", "quoted")));
        }
        return records.read(writer, "quote", quote.id());
    }

    private static boolean offered(BillOfMaterials.Line line) {
        return line.physical()
                || line.unitPrice().signum() != 0
                || line.unitCost().signum() != 0;
    }

    private void line(Actor writer, Row quote, BillOfMaterials bill, BillOfMaterials.Line line, Locale language) {
        LocalDate day = (LocalDate) Objects.requireNonNull(quote.get("pricedOn"));
        String currency = Objects.requireNonNull(quote.text("currency"));
        boolean listed = prices.find(Objects.requireNonNull(quote.ref("priceList")), line.feature(), day)
                .isPresent();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("quote", quote.id());
        values.put("siteType", line.siteType().name());
        values.put("item", line.feature());
        values.put("label", line.label(language));
        values.put("kind", line.kind().code());
        values.put("quantity", (long) line.quantity());
        values.put("sites", (long) line.siteType().count());
        if (!listed) {
            values.put(
                    "unitPrice",
                    Rates.rounded(
                            rates.convert(line.unitPrice(), bill.currency(), currency, day, "currency"), currency));
        }
        Row made = records.create(writer, Draft.create("quote-line", values));
        if (!listed) {
            offers.cost(
                    made.id(),
                    Rates.rounded(
                            rates.convert(line.unitCost(), bill.currency(), currency, day, "currency"), currency));
        }
    }
}
