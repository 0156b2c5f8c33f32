package org.weir.solution.model;

import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** What can be configured: features, options, quantities and rules, written in UVL in a table of its own. */
@RecordSpec(
        name = "product-model",
        schema = "solution",
        table = "product_model",
        icon = "puzzle",
        section = "section.solution",
        order = 210,
        keys = {"name+edition"})
record ProductModel(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(column = true, max = 60) @Nullable String edition,

        @FieldSpec(required = true, column = true, initial = "draft")
        State state,

        @FieldSpec(required = true, column = true, max = 3, initial = "USD")
        String currency,

        @FieldSpec(readOnly = true, column = true, section = "content") @Nullable
        Integer features,

        @FieldSpec(readOnly = true, column = true, section = "content") @Nullable
        Integer rules,

        @FieldSpec(readOnly = true, section = "content") @Nullable
        Integer core,

        @FieldSpec(readOnly = true, section = "content") @Nullable
        Integer dead,

        @FieldSpec(multiline = true, max = 10_000) @Nullable String note) {

    enum State {
        DRAFT,
        RELEASED,
        RETIRED
    }
}
