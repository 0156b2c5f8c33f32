package org.weir.relationship.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** One of us on an account's team, in a part, from a day to a day. */
@RecordSpec(
        name = "account-member",
        schema = "relationship",
        table = "account_member",
        icon = "users",
        visibleThrough = "account",
        sort = "-since",
        keys = "account+member+part")
record AccountMember(
        @FieldSpec(required = true, ref = "account", inverse = "team", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(title = true, required = true, ref = "user", column = true)
        UUID member,

        @FieldSpec(required = true, column = true) Part part,

        @FieldSpec(required = true, column = true, sortable = true, initial = "today")
        LocalDate since,

        @FieldSpec(column = true) @Nullable LocalDate until) {

    /** AR, SR and FR are the iron triangle. */
    enum Part {
        AR,
        SR,
        FR,
        SERVICE,
        SPONSOR,
        EXPERT
    }
}
