package org.weir.solution.quote;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.base.api.Money;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.approval.Approvals;

/** Works the figures of a quote out anew after its lines or their costs have changed. */
final class Recalculate {
    private static final ThreadLocal<@Nullable Boolean> LATER = new ThreadLocal<>();

    private final Offers offers;
    private final Records records;
    private final Access access;
    private final Approvals approvals;

    Recalculate(Offers offers, Records records, Access access) {
        this.offers = offers;
        this.records = records;
        this.access = access;
        this.approvals = new Approvals(records, access);
    }

    /** While many lines are written at once; whoever calls this works the figures out at the end. */
    static <T> T later(Supplier<T> work) {
        LATER.set(true);
        try {
            return work.get();
        } finally {
            LATER.remove();
        }
    }

    /** @return false when the quote is not open any more, so that nothing may have changed */
    boolean now(UUID id) {
        if (LATER.get() != null) {
            return true;
        }
        offers.lock(id);
        Row quote = records.read(access.system(), "quote", id);
        if (!States.open(quote)) {
            return false;
        }
        Offer offer = offers.of(quote);
        offers.keep(id, offer);
        Money total = offer.money(offer.total());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("total", total);
        values.put("corridor", CheckQuote.choice(offer.corridor()));
        if (States.decided(quote) && !carried(quote, offer)) {
            values.put("state", States.DRAFT);
        }
        records.update(access.system(), Draft.change(quote, values));
        return true;
    }

    /** Whether the question or the answer about the quote is about these figures. */
    private boolean carried(Row quote, Offer offer) {
        return approvals
                .find(quote.id(), States.is(quote, States.WAITING) ? "open" : "approved", offer.fingerprint())
                .isPresent();
    }
}
