package org.weir.solution.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** What one piece of an item is sold for and costs us, in the currency of its list. Read only by those who may know costs. */
@RecordSpec(
        name = "price",
        schema = "solution",
        table = "price",
        icon = "tag",
        visibleThrough = "list",
        keys = {"list+item"})
record Price(
        @FieldSpec(
                title = true,
                required = true,
                max = 80,
                column = true,
                importedAs = {"Item code", "Code", "SKU", "编码", "物料编码"})
        String item,

        @FieldSpec(required = true, ref = "price-list", inverse = "prices", column = true)
        UUID list,

        @FieldSpec(
                required = true,
                column = true,
                importedAs = {"Description", "Name", "名称"})
        String label,

        @FieldSpec(
                required = true,
                column = true,
                initial = "hardware",
                importedAs = {"Type", "Kind of item", "类别"})
        ItemKind kind,

        @FieldSpec(required = true, column = true) BigDecimal unitPrice,
        @FieldSpec(required = true, column = true) BigDecimal unitCost,
        @FieldSpec(column = true) @Nullable LocalDate validFrom,
        @FieldSpec(column = true) @Nullable LocalDate validUntil) {}
