package org.weir.aftersales.satisfaction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** What a customer thinks of the help with one ticket: CSAT 1 (bad) to 5 (very good), once. */
@RecordSpec(
        name = "satisfaction",
        schema = "aftersales",
        table = "satisfaction",
        icon = "star",
        section = "section.aftersales",
        order = 460,
        visibleThrough = "account",
        sort = "-ratedAt",
        timeline = "ratedAt")
record Satisfaction(
        @FieldSpec(
                title = true,
                required = true,
                ref = "ticket",
                inverse = "satisfaction",
                unique = true,
                column = true)
        UUID ticket,

        @FieldSpec(required = true, column = true, sortable = true)
        Long score,

        @FieldSpec(multiline = true, max = 10_000, column = true) @Nullable
        String words,

        @FieldSpec(required = true, ref = "account", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(ref = "person", column = true) @Nullable UUID person,

        @FieldSpec(required = true, initial = "now", column = true, sortable = true)
        Instant ratedAt) {}
