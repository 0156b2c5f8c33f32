package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.aftersales.sla.Severity;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** Something a customer lacks or asks. State and times are set by the use cases, due times by the clocks. */
@RecordSpec(
        name = "ticket",
        schema = "aftersales",
        table = "ticket",
        icon = "inbox",
        section = "section.aftersales",
        order = 410,
        visibleThrough = "account",
        sort = "-openedAt",
        timeline = "openedAt",
        keys = "number",
        reckoned = true)
record Ticket(
        @FieldSpec(number = "T", max = 40, unique = true, column = true, readOnly = true) @Nullable
        String number,

        @FieldSpec(title = true, required = true, column = true)
        String title,

        @FieldSpec(required = true, ref = "account", inverse = "tickets", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(required = true, column = true, initial = "minor")
        Severity severity,

        @FieldSpec(required = true, column = true, readOnly = true, initial = "new")
        State state,

        @FieldSpec(column = true, sortable = true, readOnly = true, reckoned = true) @Nullable
        Instant due,

        @FieldSpec(required = true, sortable = true, initial = "now")
        Instant openedAt,

        @FieldSpec(initial = "phone") @Nullable Channel channel,
        @FieldSpec @Nullable Impact impact,

        @FieldSpec(ref = "person", inverse = "tickets") @Nullable
        UUID reporter,

        @FieldSpec(multiline = true, max = 20_000) @Nullable String description,

        @FieldSpec(ref = "site", inverse = "tickets", section = "where") @Nullable
        UUID site,

        @FieldSpec(ref = "installed-system", inverse = "tickets", section = "where") @Nullable
        UUID installedSystem,

        @FieldSpec(ref = "unit", inverse = "tickets", section = "where") @Nullable
        UUID unit,

        @FieldSpec(ref = "service-contract", inverse = "tickets", section = "where") @Nullable
        UUID serviceContract,

        @FieldSpec(ref = "sla", inverse = "tickets", section = "where") @Nullable
        UUID sla,

        @FieldSpec(initial = "false", section = "where") @Nullable
        Boolean otherVendor,

        @FieldSpec(section = "where") @Nullable String vendor,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, column = true, section = "ours") @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team,

        @FieldSpec(ref = "ticket", inverse = "children", section = "ours") @Nullable
        UUID parent,

        @FieldSpec(section = "ours", readOnly = true, reckoned = true) @Nullable
        Integer escalation,

        @FieldSpec(max = 1_000, section = "answer", readOnly = true) @Nullable
        String waitingFor,

        @FieldSpec(multiline = true, max = 20_000, section = "answer") @Nullable
        String workaround,

        @FieldSpec(multiline = true, max = 20_000, section = "answer") @Nullable
        String resolution,

        @FieldSpec(section = "answer", readOnly = true) @Nullable
        String confirmedBy,

        @FieldSpec(section = "answer", readOnly = true) @Nullable
        Integer csat,

        @FieldSpec(section = "times", readOnly = true) @Nullable
        Instant respondedAt,

        @FieldSpec(section = "times", readOnly = true) @Nullable
        Instant restoredAt,

        @FieldSpec(section = "times", readOnly = true, sortable = true) @Nullable
        Instant resolvedAt,

        @FieldSpec(section = "times", readOnly = true) @Nullable
        Instant closedAt,

        @FieldSpec(section = "promises", readOnly = true, reckoned = true) @Nullable
        Instant dueRespond,

        @FieldSpec(section = "promises", readOnly = true, reckoned = true) @Nullable
        Instant dueRestore,

        @FieldSpec(section = "promises", readOnly = true, reckoned = true) @Nullable
        Instant dueResolve,

        @FieldSpec(section = "promises", readOnly = true) @Nullable
        Instant fixedRespond,

        @FieldSpec(section = "promises", readOnly = true) @Nullable
        Instant fixedRestore,

        @FieldSpec(section = "promises", readOnly = true) @Nullable
        Instant fixedResolve,

        @FieldSpec(section = "promises", readOnly = true, reckoned = true) @Nullable
        Boolean breachedRespond,

        @FieldSpec(section = "promises", readOnly = true, reckoned = true) @Nullable
        Boolean breachedRestore,

        @FieldSpec(section = "promises", readOnly = true, reckoned = true) @Nullable
        Boolean breachedResolve,

        @FieldSpec(section = "promises", readOnly = true, reckoned = true) @Nullable
        Boolean slaMade) {

    enum State {
        NEW,
        ASSIGNED,
        IN_PROGRESS,
        WAITING_CUSTOMER,
        RESTORED,
        RESOLVED,
        CLOSED
    }

    enum Channel {
        PORTAL,
        E_MAIL,
        PHONE,
        API,
        ALARM
    }

    enum Impact {
        OUTAGE,
        DEGRADED,
        REDUNDANCY_LOST,
        NONE
    }
}
