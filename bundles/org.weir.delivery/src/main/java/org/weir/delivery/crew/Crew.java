package org.weir.delivery.crew;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** People who work together, shared by all projects of their region. Without a calendar it works by the standard one. */
@RecordSpec(
        name = "crew",
        schema = "delivery",
        table = "crew",
        icon = "users",
        section = "section.basics",
        order = 830,
        keys = "name")
record Crew(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(required = true, column = true) Skill skill,

        @FieldSpec(format = Format.REGION, meaning = Meaning.REGION, max = 40, column = true) @Nullable
        String region,

        @FieldSpec(ref = "work-calendar", column = true) @Nullable
        UUID calendar,

        @FieldSpec(required = true, column = true, initial = "1")
        Integer capacity,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, column = true) @Nullable
        UUID lead,

        @FieldSpec(multiline = true, max = 5_000) @Nullable String note) {}
