package org.weir.relationship.offering;

import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** What we sell, as opportunities name it; how it is built and priced in detail is the product model's matter. */
@RecordSpec(
        name = "product",
        schema = "relationship",
        table = "product",
        icon = "tag",
        section = "section.basics",
        order = 800,
        keys = {"name", "code"})
record Product(
        @FieldSpec(
                title = true,
                required = true,
                unique = true,
                column = true,
                importedAs = {"Product", "产品"})
        String name,

        @FieldSpec(max = 80, column = true, unique = true) @Nullable
        String code,

        @FieldSpec(
                column = true,
                importedAs = {"Family", "系列"})
        @Nullable
        String series,

        @FieldSpec(
                column = true,
                importedAs = {"sales_price", "price", "价格"})
        @Nullable
        Money listPrice,

        @FieldSpec(multiline = true, max = 20_000) @Nullable String note) {}
