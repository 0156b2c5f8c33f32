package org.weir.delivery.punch;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** Something to be mended at a site, found at its acceptance. */
@RecordSpec(
        name = "punch-item",
        schema = "delivery",
        table = "punch_item",
        icon = "circle-alert",
        section = "section.delivery",
        order = 340,
        visibleThrough = "account",
        sort = "due")
record PunchItem(
        @FieldSpec(title = true, required = true, column = true, max = 300)
        String subject,

        @FieldSpec(required = true, ref = "site-acceptance", inverse = "punchItems", column = true)
        UUID acceptance,

        @FieldSpec(required = true, ref = "account", inverse = "punchItems", meaning = Meaning.ACCOUNT)
        UUID account,

        @FieldSpec(required = true, column = true, initial = "minor")
        PunchSeverity severity,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, column = true, initial = "me") @Nullable
        UUID owner,

        @FieldSpec(column = true, sortable = true) @Nullable LocalDate due,

        @FieldSpec(required = true, column = true, readOnly = true, initial = "false")
        Boolean done,

        @FieldSpec(readOnly = true) @Nullable LocalDate doneOn,

        @FieldSpec(multiline = true, max = 10_000) @Nullable String note) {}
