package org.weir.solution.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Row;
import org.weir.solution.price.PriceBook;
import org.weir.store.api.Database;

/** Reads and keeps the figures of quotes. Asks for no permission: whoever shows costs asks for {@code quote:see-cost}. */
public final class Offers {
    private final Database database;
    private final PriceBook prices;

    public Offers(Database database) {
        this.database = database;
        this.prices = new PriceBook(database);
    }

    /** The figures of the quote with the values of the row, and the lines as they are stored. */
    public Offer of(Row quote) {
        PriceBook.Terms terms = prices.terms(Objects.requireNonNull(quote.ref("priceList")));
        return Offer.of(
                Objects.requireNonNull(quote.text("currency")),
                number(quote, "discount"),
                terms.floorMargin(),
                terms.ceilingMargin(),
                lines(quote.id()));
    }

    static BigDecimal number(Row row, String field) {
        return (BigDecimal) Objects.requireNonNullElse(row.get(field), BigDecimal.ZERO);
    }

    private List<Offer.Line> lines(UUID quote) {
        return database.read(handle -> handle.createQuery("""
                        select l.id, l.place, l.site_type, l.item, l.kind, l.label, l.quantity, l.sites, l.unit_price, l.discount,
                          l.line_total, l.line_total_currency, c.unit_cost
                        from solution.quote_line l left join solution.quote_line_cost c on c.line = l.id
                        where l.quote = :quote order by l.quote, l.place, l.id
                        """)
                .bind("quote", quote)
                .map((row, context) -> new Offer.Line(
                        row.getObject("id", UUID.class),
                        row.getLong("place"),
                        Objects.requireNonNullElse(row.getString("site_type"), ""),
                        Objects.requireNonNullElse(row.getString("item"), ""),
                        row.getString("kind"),
                        row.getString("label"),
                        row.getLong("quantity"),
                        row.getLong("sites"),
                        Objects.requireNonNullElse(row.getBigDecimal("unit_price"), BigDecimal.ZERO),
                        Objects.requireNonNullElse(row.getBigDecimal("discount"), BigDecimal.ZERO),
                        Offer.lineTotal(
                                row.getLong("quantity"),
                                row.getLong("sites"),
                                Objects.requireNonNullElse(row.getBigDecimal("unit_price"), BigDecimal.ZERO),
                                Objects.requireNonNullElse(row.getBigDecimal("discount"), BigDecimal.ZERO),
                                row.getString("line_total_currency")),
                        row.getBigDecimal("unit_cost")))
                .list());
    }

    /** From here to the end of the transaction nobody else changes the quote or its lines. */
    void lock(UUID quote) {
        database.perform(handle -> handle.createUpdate(
                        "update solution.quote_figures set fingerprint = fingerprint where quote = :quote")
                .bind("quote", quote)
                .execute());
    }

    /** Keeps cost and margin beside the quote, for lists. */
    void keep(UUID quote, Offer offer) {
        database.perform(handle -> {
            int changed = handle.createUpdate("""
                            update solution.quote_figures set cost = :cost, margin = :margin, fingerprint = :fingerprint
                            where quote = :quote
                            """)
                    .bind("quote", quote)
                    .bind("cost", offer.cost())
                    .bind("margin", offer.margin())
                    .bind("fingerprint", offer.fingerprint())
                    .execute();
            if (changed == 0) {
                handle.createUpdate("""
                                insert into solution.quote_figures (quote, cost, margin, fingerprint)
                                values (:quote, :cost, :margin, :fingerprint)
                                """)
                        .bind("quote", quote)
                        .bind("cost", offer.cost())
                        .bind("margin", offer.margin())
                        .bind("fingerprint", offer.fingerprint())
                        .execute();
            }
        });
    }

    /** What one piece of the line costs us, in the quote's currency; null when not known any more. */
    void cost(UUID line, @Nullable BigDecimal unitCost) {
        database.perform(handle -> {
            handle.createUpdate("delete from solution.quote_line_cost where line = :line")
                    .bind("line", line)
                    .execute();
            if (unitCost != null) {
                handle.createUpdate("insert into solution.quote_line_cost (line, unit_cost) values (:line, :cost)")
                        .bind("line", line)
                        .bind("cost", unitCost)
                        .execute();
            }
        });
    }

    boolean knowsCost(UUID line) {
        return database.read(
                handle -> handle.createQuery("select count(*) from solution.quote_line_cost where line = :line")
                                .bind("line", line)
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    /** The place after the last line of the quote, from 1. */
    long nextPlace(UUID quote) {
        return database.read(handle -> handle.createQuery(
                        "select coalesce(max(place), 0) + 1 from solution.quote_line where quote = :quote")
                .bind("quote", quote)
                .mapTo(Long.class)
                .one());
    }
}
