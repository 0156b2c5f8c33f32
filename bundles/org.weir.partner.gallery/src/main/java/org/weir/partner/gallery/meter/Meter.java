package org.weir.partner.gallery.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** An energy meter of a customer, which somebody reads from time to time. */
@RecordSpec(
        name = Meter.TYPE,
        schema = "gallery",
        table = "meter",
        icon = "hash",
        section = "section.gallery",
        order = 920,
        visibleThrough = "account",
        keys = "serial")
public record Meter(
        @FieldSpec(required = true, column = true, unique = true, max = 40)
        String serial,

        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(
                required = true,
                ref = "account",
                inverse = "galleryMeters",
                meaning = Meaning.ACCOUNT,
                column = true)
        UUID account,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, column = true, initial = "me") @Nullable
        UUID reader,

        @FieldSpec(column = true) @Nullable BigDecimal kwh,

        @FieldSpec(column = true, sortable = true, initial = "today") @Nullable
        LocalDate readOn,

        @FieldSpec(column = true, sortable = true, readOnly = true) @Nullable
        LocalDate dueOn) {
    public static final String TYPE = "gallery-meter";
}
