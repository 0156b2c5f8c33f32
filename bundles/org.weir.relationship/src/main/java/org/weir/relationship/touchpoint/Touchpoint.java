package org.weir.relationship.touchpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A contact with a customer: who from both sides, when, what for, and what came of it. */
@RecordSpec(
        name = "touchpoint",
        schema = "relationship",
        table = "touchpoint",
        icon = "messages-square",
        section = "section.relationship",
        order = 30,
        visibleThrough = "account",
        sort = "-heldAt",
        timeline = "heldAt")
record Touchpoint(
        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Title", "主题"})
        String subject,

        @FieldSpec(required = true, ref = "account", inverse = "touchpoints", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(required = true, column = true, initial = "visit")
        Kind kind,

        @FieldSpec(
                required = true,
                column = true,
                sortable = true,
                initial = "now",
                importedAs = {"Date", "When", "时间"})
        Instant heldAt,

        @FieldSpec @Nullable Integer minutes,

        @FieldSpec @Nullable String place,

        @FieldSpec(ref = "person", inverse = "touchpoints", column = true, section = "people")
        List<UUID> theirs,

        @FieldSpec(ref = "user", column = true, section = "people", initial = "me")
        List<UUID> ours,

        @FieldSpec(multiline = true, max = 20_000, section = "what") @Nullable
        String purpose,

        @FieldSpec(multiline = true, max = 20_000, section = "what") @Nullable
        String outcome,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", section = "ours") @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team) {

    enum Kind {
        CALL,
        MAIL,
        VISIT,
        MEETING,
        TECHNICAL_EXCHANGE,
        EXHIBITION,
        EXECUTIVE_VISIT,
        RECEPTION,
        STRATEGY_ALIGNMENT
    }
}
