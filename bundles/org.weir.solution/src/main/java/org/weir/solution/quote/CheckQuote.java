package org.weir.solution.quote;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.solution.approval.Approvals;
import org.weir.solution.price.PriceBook;
import org.weir.solution.price.Rates;
import org.weir.store.api.Database;

/**
 * Guards a quote whichever way it is changed: works out total and corridor, lets an approval lapse when its figures change,
 * keeps what was sent as it was sent, and lets nothing leave the house outside the corridor without an approval of exactly
 * these figures.
 */
@Component
public final class CheckQuote implements Validator {
    private static final Set<String> AFTER_SENDING =
            Set.of("state", "decidedOn", "decidedBy", "reason", "owner", "team");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Records records;
    private final Access access;
    private final Offers offers;
    private final PriceBook prices;
    private final Rates rates;
    private final Approvals approvals;
    private final Clock clock;

    @Activate
    public CheckQuote(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access) {
        this.records = records;
        this.access = access;
        this.offers = new Offers(database);
        this.prices = new PriceBook(database);
        this.rates = new Rates(database);
        this.approvals = new Approvals(records, access);
        this.clock = Clock.systemUTC();
    }

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public Map<String, @Nullable Object> derive(Change change) {
        Row quote = Objects.requireNonNull(change.after());
        Row before = change.before();
        if (!Rates.known(String.valueOf(quote.get("currency"))) || (before != null && !States.open(before))) {
            return Map.of();
        }
        if (before != null) {
            offers.lock(quote.id());
        }
        return figures(quote, offers.of(quote));
    }

    /** Total and corridor; and a state that no approval carries any more falls back to draft. */
    Map<String, @Nullable Object> figures(Row quote, Offer offer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("total", offer.money(offer.total()));
        values.put("corridor", choice(offer.corridor()));
        if (States.decided(quote) && !carried(quote, offer)) {
            values.put("state", States.DRAFT);
        }
        return values;
    }

    static String choice(Enum<?> choice) {
        return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private boolean carried(Row quote, Offer offer) {
        return approvals
                .find(quote.id(), States.is(quote, States.WAITING) ? "open" : "approved", offer.fingerprint())
                .isPresent();
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row before = change.before();
        Row after = change.after();
        if (after == null) {
            if (before != null && !States.is(before, States.DRAFT)) {
                rejections.reject("", Text.of("quote.only-drafts-go"));
            }
            return;
        }
        if (before != null && !States.open(before)) {
            sealed(change, before, after, rejections);
            return;
        }
        terms(change, after, rejections);
        if (before == null) {
            if (!States.is(after, States.DRAFT)) {
                rejections.reject("state", Text.of("quote.starts-as-draft"));
            }
            return;
        }
        transition(before, after, rejections);
        if (States.is(after, States.SENT)) {
            leaving(after, rejections);
        }
    }

    private static void sealed(Change change, Row before, Row after, Rejections rejections) {
        for (Field field : after.type().fields()) {
            if (change.changes(field.name()) && !AFTER_SENDING.contains(field.name())) {
                rejections.reject(field.name(), Text.of("quote.was-sent"));
            }
        }
        if (!States.is(before, States.SENT)
                && (change.changes("decidedOn") || change.changes("decidedBy") || change.changes("reason"))) {
            rejections.reject("", Text.of("quote.was-answered"));
        }
        transition(before, after, rejections);
    }

    private static void transition(Row before, Row after, Rejections rejections) {
        String from = String.valueOf(before.get("state"));
        String to = String.valueOf(after.get("state"));
        if (!States.follows(from, to)) {
            rejections.reject(
                    "state",
                    Text.of(
                            "quote.no-such-step",
                            Text.of("record.quote.state." + from),
                            Text.of("record.quote.state." + to)));
        }
    }

    private void leaving(Row quote, Rejections rejections) {
        Offer offer = offers.of(quote);
        LocalDate sentOn = (LocalDate) Objects.requireNonNullElseGet(quote.get("sentOn"), () -> LocalDate.now(clock));
        if (offer.lines().isEmpty()) {
            rejections.reject("", Text.of("quote.no-lines"));
        }
        if (!(quote.get("validUntil") instanceof LocalDate until) || until.isBefore(sentOn)) {
            rejections.reject("validUntil", Text.of("quote.valid-until-wanted"));
        }
        if (!offer.inside()
                && approvals.find(quote.id(), "approved", offer.fingerprint()).isEmpty()) {
            rejections.reject(
                    "corridor",
                    Text.of("quote.needs-approval", Text.of("record.quote.corridor." + choice(offer.corridor()))));
        }
    }

    private void terms(Change change, Row quote, Rejections rejections) {
        String currency = String.valueOf(quote.get("currency"));
        if (!Rates.known(currency)) {
            rejections.reject("currency", Text.of("price.no-currency", currency));
            return;
        }
        BigDecimal discount = Offers.number(quote, "discount");
        if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
            rejections.reject("discount", Text.of("quote.discount-range"));
        }
        if (change.before() != null
                && change.changes("currency")
                && !offers.of(quote).lines().isEmpty()) {
            rejections.reject("currency", Text.of("quote.lines-have-prices"));
        }
        if (change.changes("currency") || change.changes("priceList") || change.changes("pricedOn")) {
            list(quote, currency, rejections);
        }
    }

    private void list(Row quote, String currency, Rejections rejections) {
        PriceBook.Terms list = prices.terms(Objects.requireNonNull(quote.ref("priceList")));
        LocalDate day = (LocalDate) Objects.requireNonNull(quote.get("pricedOn"));
        if (!list.holdsOn(day)) {
            rejections.reject("priceList", Text.of("price.list-not-valid", list.name(), day.toString()));
        }
        if (rates.on(list.currency(), currency, day).isEmpty()) {
            rejections.reject("currency", Rates.missing(list.currency(), currency, day));
        }
        UUID account = quote.ref("account");
        String region = account == null
                ? ""
                : records.find(access.system(), "account", account)
                        .map(it -> Objects.requireNonNullElse(it.text("region"), ""))
                        .orElse("");
        if (!list.region().isEmpty() && !region.isEmpty() && !list.region().equals(region)) {
            rejections.reject("priceList", Text.of("price.other-region", list.name(), list.region(), region));
        }
    }

    /** What was sent stays as it was sent; another version or a copy goes on from it. */
    @Override
    public boolean offers(String operation, Row quote) {
        return operation.equals("delete") ? States.is(quote, States.DRAFT) : States.open(quote);
    }

    @Override
    public void follow(Change change) {
        Row before = change.before();
        Row after = change.after();
        if (after == null || (before != null && !States.open(before))) {
            return;
        }
        offers.keep(after.id(), offers.of(after));
        if (before != null && States.decided(before) && States.is(after, States.DRAFT)) {
            approvals.voidAll(after.id());
        }
    }
}
