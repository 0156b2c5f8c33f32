package org.weir.records.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

@RecordSpec(
        name = "company",
        schema = "sample",
        table = "company",
        section = "section.sample",
        keys = {"code", "tags"})
public record Company(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(max = 40, unique = true, column = true) @Nullable
        String code,

        @FieldSpec(ref = "company", inverse = "companies") @Nullable
        UUID parent,

        @FieldSpec(sortable = true, initial = "plain") @Nullable
        Grade grade,

        @FieldSpec(format = Format.COUNTRY, sortable = true, column = true) @Nullable
        String country,

        @FieldSpec(format = Format.REGION, meaning = Meaning.REGION) @Nullable
        String region,

        @FieldSpec(format = Format.EMAIL) @Nullable String email,

        @FieldSpec(format = Format.URL, max = 300) @Nullable String website,

        @FieldSpec(sortable = true) @Nullable Long staff,

        @FieldSpec @Nullable BigDecimal factor,

        @FieldSpec @Nullable Money revenue,

        @FieldSpec @Nullable LocalDate founded,

        @FieldSpec @Nullable Instant seenAt,

        @FieldSpec @Nullable Boolean active,

        @FieldSpec(max = 60, importedAs = "labels") List<String> tags,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me") @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team") @Nullable
        UUID team,

        @FieldSpec(multiline = true, max = 2_000_000) @Nullable
        String note) {
    public enum Grade {
        PLAIN,
        KEY_CUSTOMER
    }
}
