package org.weir.solution.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.RecordSpec;

/** Prices of a region in one currency, with the corridor that margins are to stay in: percent of the price. */
@RecordSpec(
        name = "price-list",
        schema = "solution",
        table = "price_list",
        icon = "list",
        section = "section.basics",
        order = 840)
record PriceList(
        @FieldSpec(title = true, required = true, column = true, unique = true)
        String name,

        @FieldSpec(required = true, max = 3, column = true) String currency,

        @FieldSpec(format = Format.REGION, column = true) @Nullable
        String region,

        @FieldSpec(required = true, column = true, initial = "today")
        LocalDate validFrom,

        @FieldSpec(column = true) @Nullable LocalDate validUntil,

        @FieldSpec(required = true, column = true, section = "corridor")
        BigDecimal floorMargin,

        @FieldSpec(required = true, column = true, section = "corridor")
        BigDecimal ceilingMargin) {}
