package org.weir.delivery.acceptance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** The customer takes over a site: provisionally with points left to mend, finally without. */
@RecordSpec(
        name = "site-acceptance",
        schema = "delivery",
        table = "site_acceptance",
        icon = "circle-check",
        section = "section.delivery",
        order = 330,
        visibleThrough = "account",
        sort = "-createdAt",
        timeline = "signedAt",
        keys = "number")
record SiteAcceptance(
        @FieldSpec(number = "A", unique = true, max = 40, readOnly = true, column = true) @Nullable
        String number,

        @FieldSpec(title = true, required = true, ref = "site", inverse = "acceptances", column = true)
        UUID site,

        @FieldSpec(required = true, ref = "account", inverse = "siteAcceptances", meaning = Meaning.ACCOUNT)
        UUID account,

        @FieldSpec(required = true, ref = "project", inverse = "acceptances", column = true)
        UUID project,

        @FieldSpec(required = true, column = true, initial = "provisional")
        AcceptanceKind kind,

        @FieldSpec(required = true, column = true, readOnly = true, initial = "open")
        State state,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", column = true) @Nullable
        UUID owner,

        @FieldSpec(readOnly = true, column = true, section = "sign") @Nullable
        String signedBy,

        @FieldSpec(readOnly = true, column = true, sortable = true, section = "sign") @Nullable
        Instant signedAt,

        @FieldSpec(readOnly = true, ref = "user", section = "sign") @Nullable
        UUID signedWith,

        @FieldSpec(multiline = true, max = 10_000) @Nullable String note) {

    enum State {
        OPEN,
        PASSED,
        SIGNED
    }
}
