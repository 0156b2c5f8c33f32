package org.weir.delivery.acceptance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** One line of the checklist of an acceptance. */
@RecordSpec(
        name = "acceptance-check",
        schema = "delivery",
        table = "acceptance_check",
        icon = "square-check",
        visibleThrough = "account",
        sort = "ordinal")
record AcceptanceCheck(
        @FieldSpec(required = true, ref = "site-acceptance") UUID acceptance,

        @FieldSpec(required = true, ref = "account", meaning = Meaning.ACCOUNT)
        UUID account,

        @FieldSpec(required = true, sortable = true) Integer ordinal,

        @FieldSpec(title = true, required = true, column = true, max = 300)
        String subject,

        @FieldSpec(required = true, column = true, readOnly = true, initial = "open")
        CheckResult result,

        @FieldSpec(column = true, max = 1_000) @Nullable String remark) {}
