package org.weir.solution.quote;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;
import org.weir.solution.price.ItemKind;

/** A position of a quote. What it costs us stands apart ({@link Costs}), for those who may see it. */
@RecordSpec(
        name = "quote-line",
        schema = "solution",
        table = "quote_line",
        icon = "list",
        visibleThrough = "quote",
        sort = "place")
record QuoteLine(
        @FieldSpec(title = true, required = true, column = true)
        String label,

        @FieldSpec(required = true, ref = "quote", inverse = "lines")
        UUID quote,

        @FieldSpec(sortable = true) @Nullable Integer place,

        @FieldSpec(column = true) @Nullable String siteType,

        @FieldSpec(max = 80, column = true) @Nullable String item,

        @FieldSpec(column = true) @Nullable ItemKind kind,

        @FieldSpec(required = true, column = true, initial = "1")
        Integer quantity,

        @FieldSpec(required = true, column = true, initial = "1")
        Integer sites,

        @FieldSpec(column = true) @Nullable BigDecimal unitPrice,
        @FieldSpec(column = true, initial = "0") @Nullable BigDecimal discount,
        @FieldSpec(readOnly = true, column = true) @Nullable Money lineTotal) {}
