package org.weir.relationship.employment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A person works at an account, in a role, from a day to a day. Ends stay, so that the past does not follow a person. */
@RecordSpec(
        name = "employment",
        schema = "relationship",
        table = "employment",
        icon = "briefcase",
        visibleThrough = "account",
        sort = "-since",
        keys = "person+account")
record Employment(
        @FieldSpec(title = true, required = true, ref = "person", inverse = "employments", column = true)
        UUID person,

        @FieldSpec(required = true, ref = "account", inverse = "employments", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(
                column = true,
                importedAs = {"Title", "Position", "职务"})
        @Nullable
        String job,

        @FieldSpec(
                column = true,
                importedAs = {"Dept", "部门"})
        @Nullable
        String department,

        @FieldSpec(
                column = true,
                importedAs = {"Level", "层级"})
        @Nullable
        Tier tier,

        @FieldSpec(column = true, sortable = true) @Nullable LocalDate since,

        @FieldSpec(column = true) @Nullable LocalDate until) {

    /** How high: decides, manages, works. */
    enum Tier {
        HIGH,
        MIDDLE,
        BASE
    }
}
