package org.weir.records.sample;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

@RecordSpec(
        name = "visit",
        schema = "sample",
        table = "visit",
        visibleThrough = "company",
        timeline = "heldAt",
        sort = "-heldAt")
public record Visit(
        @FieldSpec(title = true, required = true) String subject,

        @FieldSpec(required = true, ref = "company", inverse = "visits")
        UUID company,

        @FieldSpec(required = true, initial = "now") Instant heldAt,

        @FieldSpec(ref = "person", inverse = "visits") List<UUID> people,

        @FieldSpec(multiline = true, max = 10_000) @Nullable String outcome,

        @FieldSpec(readOnly = true, reckoned = true, sortable = true) @Nullable
        Instant dueAt,

        @FieldSpec(readOnly = true, reckoned = true) @Nullable
        Boolean late) {}
