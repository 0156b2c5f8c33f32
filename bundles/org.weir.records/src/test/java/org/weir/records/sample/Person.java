package org.weir.records.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

@RecordSpec(
        name = "person",
        schema = "sample",
        table = "person",
        section = "section.sample",
        visibleThrough = "employment.person")
public record Person(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me") @Nullable
        UUID owner) {}
