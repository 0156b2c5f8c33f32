package org.weir.aftersales.sla;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** A promise on service times, to be agreed in service contracts. */
@RecordSpec(
        name = "sla",
        schema = "aftersales",
        table = "sla",
        icon = "clock",
        section = "section.basics",
        order = 880,
        keys = "name")
record Sla(
        @FieldSpec(title = true, required = true, unique = true, column = true)
        String name,

        @FieldSpec(ref = "work-calendar", inverse = "slas", column = true) @Nullable
        UUID calendar,

        @FieldSpec(column = true, initial = "false") @Nullable
        Boolean usual,

        @FieldSpec(initial = "60") @Nullable Integer warnMinutes,

        @FieldSpec(initial = "240") @Nullable Integer escalateMinutes,

        @FieldSpec(multiline = true, max = 4_000) @Nullable String description) {}
