package org.weir.solution.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/**
 * Makes a new draft with the same lines. No approval, no state, no date of sending goes along; costs are those of today
 * where the price list knows them.
 */
final class CopyQuote {
    private static final List<String> KEPT = List.of(
            "subject",
            "account",
            "opportunity",
            "configuration",
            "contact",
            "language",
            "priceList",
            "currency",
            "discount",
            "terms",
            "owner",
            "team");

    private final Database database;
    private final Records records;
    private final Access access;
    private final Offers offers;
    private final Recalculate recalculate;
    private final Clock clock;

    CopyQuote(Database database, Records records, Access access, Clock clock) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.clock = clock;
        this.offers = new Offers(database);
        this.recalculate = new Recalculate(offers, records, access);
    }

    /** @param more what the copy has besides, or instead */
    Row copy(Actor actor, Row quote, Map<String, Object> more) {
        return database.write(handle -> {
            Actor writer = OnBehalf.of(actor, access);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            KEPT.forEach(it -> values.put(it, quote.get(it)));
            values.put("pricedOn", LocalDate.now(clock));
            values.putAll(more);
            Row copy = records.create(writer, new Draft("quote", null, null, values, null));
            Offer offer = offers.of(quote);
            Recalculate.later(() -> {
                offer.lines().forEach(it -> line(writer, copy.id(), it));
                return copy;
            });
            recalculate.now(copy.id());
            return records.read(writer, "quote", copy.id());
        });
    }

    private void line(Actor writer, UUID quote, Offer.Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("quote", quote);
        values.put("label", line.label());
        values.put("place", line.place());
        if (!line.siteType().isEmpty()) {
            values.put("siteType", line.siteType());
        }
        if (!line.item().isEmpty()) {
            values.put("item", line.item());
        }
        values.put("quantity", line.quantity());
        values.put("sites", line.sites());
        values.put("unitPrice", line.unitPrice());
        values.put("discount", line.discount());
        values.put("kind", line.kind());
        Row copied = records.create(writer, Draft.create("quote-line", values));
        if (line.unitCost() != null && !offers.knowsCost(copied.id())) {
            offers.cost(copied.id(), line.unitCost());
        }
    }
}
