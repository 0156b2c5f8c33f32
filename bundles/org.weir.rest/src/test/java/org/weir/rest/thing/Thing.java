package org.weir.rest.thing;

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

/** A record with a field of every kind. */
@RecordSpec(name = "thing", schema = "things", table = "thing", section = "section.things")
public record Thing(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(max = 5_000, multiline = true) @Nullable String note,

        @FieldSpec(required = true, initial = "fresh", column = true)
        State state,

        @FieldSpec @Nullable Boolean ready,
        @FieldSpec @Nullable Long pieces,
        @FieldSpec @Nullable BigDecimal weight,
        @FieldSpec @Nullable Money price,
        @FieldSpec(sortable = true) @Nullable LocalDate due,
        @FieldSpec @Nullable Instant seen,
        @FieldSpec(max = 20, unique = true) List<String> codes,

        @FieldSpec(ref = "thing", inverse = "parts") @Nullable
        UUID parent,

        @FieldSpec(ref = "thing", inverse = "befriendedBy") List<UUID> friends,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me") @Nullable
        UUID owner,

        @FieldSpec(format = Format.EMAIL, max = 100) @Nullable
        String email,

        @FieldSpec(max = 40, readOnly = true) @Nullable String secret) {
    /** How worn it is. */
    public enum State {
        FRESH,
        WORN_OUT
    }
}
