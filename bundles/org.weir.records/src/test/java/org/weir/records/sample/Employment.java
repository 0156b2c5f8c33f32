package org.weir.records.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

@RecordSpec(name = "employment", schema = "sample", table = "employment", visibleThrough = "company")
public record Employment(
        @FieldSpec(title = true, required = true, ref = "person", inverse = "employments")
        UUID person,

        @FieldSpec(required = true, ref = "company", inverse = "employments", meaning = Meaning.ACCOUNT)
        UUID company,

        @FieldSpec(column = true) @Nullable String job) {}
