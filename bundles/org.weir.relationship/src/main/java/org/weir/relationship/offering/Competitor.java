package org.weir.relationship.offering;

import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** Who else offers to our customers. */
@RecordSpec(
        name = "competitor",
        schema = "relationship",
        table = "competitor",
        icon = "git-compare",
        section = "section.basics",
        order = 820,
        keys = "name")
record Competitor(
        @FieldSpec(
                title = true,
                required = true,
                unique = true,
                column = true,
                importedAs = {"Competitor", "竞争对手"})
        String name,

        @FieldSpec(multiline = true, max = 20_000, column = true) @Nullable
        String note) {}
