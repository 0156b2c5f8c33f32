package org.weir.records.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** What the tests import. */
@RecordSpec(
        name = "company",
        schema = "trade",
        table = "company",
        keys = {"name+country", "codes", "email"})
public record Company(
        @FieldSpec(title = true, required = true, column = true, importedAs = "Network")
        String name,

        @FieldSpec(
                format = Format.COUNTRY,
                importedAs = {"ISO", "Country"})
        @Nullable
        String country,

        @FieldSpec(
                max = 60,
                importedAs = {"MCC", "MNC"})
        List<String> codes,

        @FieldSpec(required = true, initial = "trader") Kind kind,

        @FieldSpec(ref = "company", inverse = "parts") @Nullable
        UUID parent,

        @FieldSpec @Nullable Long staff,
        @FieldSpec @Nullable BigDecimal turnover,
        @FieldSpec @Nullable LocalDate since,
        @FieldSpec @Nullable Instant calledAt,

        @FieldSpec(format = Format.EMAIL, unique = true) @Nullable
        String email,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me") @Nullable
        UUID owner,

        @FieldSpec(multiline = true, max = 20_000) @Nullable String note) {
    enum Kind {
        MAKER,
        TRADER
    }
}
