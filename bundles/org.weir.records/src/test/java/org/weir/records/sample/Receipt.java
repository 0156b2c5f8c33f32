package org.weir.records.sample;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

@RecordSpec(
        name = "receipt",
        schema = "sample",
        table = "receipt",
        visibleThrough = "company",
        sort = "company,-number",
        keys = {"number", "company+remark"})
public record Receipt(
        @FieldSpec(title = true, required = true, number = "R", max = 40)
        String number,

        @FieldSpec(ref = "company", inverse = "receipts", sortable = true) @Nullable
        UUID company,

        @FieldSpec(ref = "person", inverse = "receipts") List<UUID> signers,

        @FieldSpec @Nullable String remark,

        @FieldSpec(secret = true, max = 60) @Nullable String pin) {}
