package org.weir.solution.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A question to leave the corridor, and its answer; good only for the figures whose fingerprint it carries. */
@RecordSpec(
        name = "approval",
        schema = "solution",
        table = "approval",
        icon = "shield-check",
        section = "section.solution",
        order = 250,
        visibleThrough = "quote",
        sort = "-requestedAt",
        timeline = "requestedAt")
record Approval(
        @FieldSpec(title = true, required = true, readOnly = true, column = true)
        String subject,

        @FieldSpec(required = true, readOnly = true, ref = "account", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(required = true, readOnly = true, ref = "quote", inverse = "approvals")
        UUID quote,

        @FieldSpec(required = true, readOnly = true, column = true)
        Rule rule,

        @FieldSpec(required = true, readOnly = true, column = true, initial = "open")
        State state,

        @FieldSpec(required = true, readOnly = true, multiline = true, max = 4_000)
        String reason,

        @FieldSpec(readOnly = true, ref = "user", column = true) @Nullable
        UUID requestedBy,

        @FieldSpec(readOnly = true, column = true, sortable = true) @Nullable
        Instant requestedAt,

        @FieldSpec(readOnly = true, ref = "user", column = true) @Nullable
        UUID decidedBy,

        @FieldSpec(readOnly = true) @Nullable Instant decidedAt,

        @FieldSpec(readOnly = true, multiline = true, max = 4_000) @Nullable
        String answer,

        @FieldSpec(required = true, readOnly = true, max = 64, section = "figures")
        String fingerprint) {

    /** Which rule is broken. */
    enum Rule {
        BELOW_FLOOR,
        ABOVE_CEILING,
        MARGIN_UNKNOWN
    }

    /** Void: the figures changed before or after the decision. */
    enum State {
        OPEN,
        APPROVED,
        REFUSED,
        VOID
    }
}
