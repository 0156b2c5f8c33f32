package org.weir.search.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

@RecordSpec(
        name = "offer",
        schema = "sample",
        table = "offer",
        section = "section.sample",
        visibleThrough = "company",
        keys = {"number"})
public record Offer(
        @FieldSpec(title = true, required = true, number = "Q", max = 40)
        String number,

        @FieldSpec @Nullable String subject,

        @FieldSpec(ref = "company", inverse = "offers") @Nullable
        UUID company) {}
