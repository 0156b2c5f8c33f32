package org.weir.solution.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Database;

/** What price lists say on a day. Asks for no permission. */
public final class PriceBook {
    private final Database database;

    public PriceBook(Database database) {
        this.database = database;
    }

    /** @param region empty when it is for all */
    public record Terms(
            String name,
            String currency,
            String region,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            BigDecimal floorMargin,
            BigDecimal ceilingMargin) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
        }
    }

    /** In the list's currency; the kind as in {@link ItemKind#code}. */
    public record Entry(String label, String kind, BigDecimal unitPrice, BigDecimal unitCost) {}

    /** @throws ProblemException 404 when there is no such list */
    public Terms terms(UUID list) {
        return database.read(handle -> handle.createQuery("""
                        select name, currency, region, valid_from, valid_until, floor_margin, ceiling_margin
                        from solution.price_list where id = :id
                        """)
                .bind("id", list)
                .map((row, context) -> new Terms(
                        row.getString("name"),
                        row.getString("currency"),
                        row.getString("region") == null ? "" : row.getString("region"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getBigDecimal("floor_margin"),
                        row.getBigDecimal("ceiling_margin")))
                .findOne()
                .orElseThrow(ProblemException::notFound));
    }

    /**
     * The list from which a quote in the region is most likely made on the day: one of the region before one for all, one in
     * the currency before others, the newest first.
     *
     * @param region empty when not known; then only lists for all regions are looked at
     */
    public Optional<Terms> fitting(String region, String currency, LocalDate day) {
        return database.read(handle -> handle.createQuery("""
                        select id from solution.price_list
                        where valid_from <= :day and (valid_until is null or valid_until >= :day)
                          and (region = :region or region is null)
                        order by case when region is null then 1 else 0 end,
                          case when currency = :currency then 0 else 1 end, valid_from desc, name limit 1
                        """)
                        .bind("day", day)
                        .bind("region", region)
                        .bind("currency", currency)
                        .mapTo(UUID.class)
                        .findOne())
                .map(this::terms);
    }

    /** The item's price on the day; of several the one that began last. */
    public Optional<Entry> find(UUID list, String item, LocalDate day) {
        return database.read(handle -> handle.createQuery("""
                        select label, kind, unit_price, unit_cost from solution.price
                        where list = :list and item = :item
                          and (valid_from is null or valid_from <= :day) and (valid_until is null or valid_until >= :day)
                        order by coalesce(valid_from, date '1900-01-01') desc, created_at desc limit 1
                        """)
                .bind("list", list)
                .bind("item", item)
                .bind("day", day)
                .map((row, context) -> new Entry(
                        row.getString("label"),
                        row.getString("kind"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("unit_cost")))
                .findOne());
    }
}
