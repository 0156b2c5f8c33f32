package org.weir.search.sample;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

@RecordSpec(
        name = "company",
        schema = "sample",
        table = "company",
        section = "section.sample",
        keys = {"code"})
public record Company(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec @Nullable String nameLocal,

        @FieldSpec(max = 40) @Nullable String code,

        @FieldSpec(format = Format.EMAIL) @Nullable String email,

        @FieldSpec(format = Format.PHONE) @Nullable String phone,

        @FieldSpec @Nullable Grade grade,

        @FieldSpec(max = 60) List<String> tags,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me") @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team") @Nullable
        UUID team,

        @FieldSpec(multiline = true, max = 10_000) @Nullable String note) {
    public enum Grade {
        STRATEGIC,
        PLAIN
    }
}
