package org.weir.solution.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.solution.price.ItemKind;
import org.weir.solution.price.PriceBook;
import org.weir.solution.price.Rates;
import org.weir.store.api.Database;

/** Guards the lines: prices from the list, exact totals, and nothing changes any more once the quote is sent. */
@Component
public final class CheckQuoteLine implements Validator {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int DECIMALS = 4;
    private static final long MOST = 1_000_000;

    private final Records records;
    private final Access access;
    private final Offers offers;
    private final PriceBook prices;
    private final Rates rates;
    private final Recalculate recalculate;

    @Activate
    public CheckQuoteLine(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access) {
        this.records = records;
        this.access = access;
        this.offers = new Offers(database);
        this.prices = new PriceBook(database);
        this.rates = new Rates(database);
        this.recalculate = new Recalculate(offers, records, access);
    }

    @Override
    public String type() {
        return "quote-line";
    }

    private Row quote(Row line) {
        return records.read(access.system(), "quote", Objects.requireNonNull(line.ref("quote")));
    }

    @Override
    public Map<String, @Nullable Object> derive(Change change) {
        Row line = Objects.requireNonNull(change.after());
        offers.lock(Objects.requireNonNull(line.ref("quote")));
        Row quote = quote(line);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (line.get("place") == null) {
            values.put("place", offers.nextPlace(quote.id()));
        }
        if (line.get("kind") == null) {
            values.put("kind", listed(quote, line).map(PriceBook.Entry::kind).orElse(ItemKind.HARDWARE.code()));
        }
        BigDecimal price = (BigDecimal) line.get("unitPrice");
        if (price == null) {
            price = listed(quote, line)
                    .map(it -> converted(quote, it.unitPrice(), "unitPrice"))
                    .orElse(null);
            values.put("unitPrice", price);
        } else if (price.scale() > DECIMALS) {
            price = price.setScale(DECIMALS, RoundingMode.HALF_EVEN);
            values.put("unitPrice", price);
        }
        String currency = Objects.requireNonNull(quote.text("currency"));
        BigDecimal total = price == null
                ? BigDecimal.ZERO
                : Offer.lineTotal(
                        whole(line, "quantity"),
                        whole(line, "sites"),
                        price,
                        Offers.number(line, "discount").setScale(DECIMALS, RoundingMode.HALF_EVEN),
                        currency);
        values.put("lineTotal", new Money(total, java.util.Currency.getInstance(currency)));
        return values;
    }

    private static long whole(Row line, String field) {
        return (Long) Objects.requireNonNullElse(line.get(field), 0L);
    }

    private Optional<PriceBook.Entry> listed(Row quote, Row line) {
        String item = line.text("item");
        return item == null
                ? Optional.empty()
                : prices.find(Objects.requireNonNull(quote.ref("priceList")), item, day(quote));
    }

    private static LocalDate day(Row quote) {
        return (LocalDate) Objects.requireNonNull(quote.get("pricedOn"));
    }

    private BigDecimal converted(Row quote, BigDecimal amount, String field) {
        String listCurrency =
                prices.terms(Objects.requireNonNull(quote.ref("priceList"))).currency();
        String currency = Objects.requireNonNull(quote.text("currency"));
        return Rates.rounded(rates.convert(amount, listCurrency, currency, day(quote), field), currency);
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row line = Objects.requireNonNull(change.after() == null ? change.before() : change.after());
        Row quote = quote(line);
        if (!States.open(quote)) {
            rejections.reject("", Text.of("quote.was-sent"));
            return;
        }
        if (change.after() == null) {
            return;
        }
        if (change.before() != null && change.changes("quote")) {
            rejections.reject("quote", Text.of("quote.line-stays"));
        }
        amount(line, "quantity", rejections);
        amount(line, "sites", rejections);
        BigDecimal discount = Offers.number(line, "discount");
        if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
            rejections.reject("discount", Text.of("quote.discount-range"));
        }
        if (!(line.get("unitPrice") instanceof BigDecimal price)) {
            String item = line.text("item");
            rejections.reject(
                    "unitPrice",
                    item == null
                            ? Text.of("quote.price-wanted")
                            : Text.of(
                                    "price.not-in-list",
                                    item,
                                    prices.terms(Objects.requireNonNull(quote.ref("priceList")))
                                            .name()));
        } else if (price.signum() < 0) {
            rejections.reject("unitPrice", Text.of("price.negative"));
        }
    }

    private static void amount(Row line, String field, Rejections rejections) {
        if (whole(line, field) < 1 || whole(line, field) > MOST) {
            rejections.reject(field, Text.of("quote.amount-range", MOST));
        }
    }

    @Override
    public void follow(Change change) {
        Row line = change.after();
        UUID quoteId = Objects.requireNonNull(
                Objects.requireNonNull(line == null ? change.before() : line).ref("quote"));
        if (line != null && (change.before() == null || change.changes("item"))) {
            Row quote = quote(line);
            offers.cost(
                    line.id(),
                    listed(quote, line)
                            .map(it -> converted(quote, it.unitCost(), "item"))
                            .orElse(null));
        }
        if (!recalculate.now(quoteId)) {
            throw ProblemException.conflict(Text.of("quote.was-sent"));
        }
    }
}
