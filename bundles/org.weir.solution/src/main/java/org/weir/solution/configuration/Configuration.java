package org.weir.solution.configuration;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A solution for a customer's sites, put together from one product model. */
@RecordSpec(
        name = "configuration",
        schema = "solution",
        table = "configuration",
        icon = "sliders-horizontal",
        section = "section.solution",
        order = 220,
        visibleThrough = "account",
        keys = {"number"})
record Configuration(
        @FieldSpec(number = "CF", column = true, unique = true, max = 40) @Nullable
        String number,

        @FieldSpec(title = true, required = true, column = true)
        String title,

        @FieldSpec(
                required = true,
                ref = "account",
                inverse = "configurations",
                meaning = Meaning.ACCOUNT,
                column = true)
        UUID account,

        @FieldSpec(ref = "opportunity", inverse = "configurations", column = true) @Nullable
        UUID opportunity,

        @FieldSpec(required = true, ref = "product-model", inverse = "configurations", column = true)
        UUID model,

        @FieldSpec(max = 3, readOnly = true) @Nullable String currency,

        @FieldSpec(required = true, readOnly = true, column = true, initial = "draft")
        State state,

        @FieldSpec(initial = "0.15") @Nullable BigDecimal tariff,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", column = true) @Nullable
        UUID owner,

        @FieldSpec(multiline = true, max = 10_000) @Nullable String note) {

    enum State {
        DRAFT,
        COMPLETE,
        QUOTED
    }
}
