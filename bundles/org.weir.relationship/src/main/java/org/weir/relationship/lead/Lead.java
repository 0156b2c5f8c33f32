package org.weir.relationship.lead;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A hint at business: somewhere a customer, or somebody who may become one, has a reason to buy. */
@RecordSpec(
        name = "lead",
        schema = "relationship",
        table = "lead",
        icon = "inbox",
        section = "section.relationship",
        order = 35,
        visibleThrough = "account",
        sort = "-received",
        timeline = "received")
record Lead(
        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Lead", "Subject", "线索"})
        String title,

        @FieldSpec(ref = "account", inverse = "leads", meaning = Meaning.ACCOUNT, column = true) @Nullable
        UUID account,

        @FieldSpec(
                column = true,
                importedAs = {"Company name", "公司"})
        @Nullable
        String company,

        @FieldSpec(ref = "person", inverse = "leads") @Nullable
        UUID person,

        @FieldSpec(column = true) @Nullable Source source,

        @FieldSpec(
                required = true,
                column = true,
                sortable = true,
                initial = "today",
                importedAs = {"Date", "日期"})
        LocalDate received,

        @FieldSpec(required = true, column = true, sortable = true, initial = "new", readOnly = true)
        State state,

        @FieldSpec(readOnly = true, max = 2_000, multiline = true) @Nullable
        String reason,

        @FieldSpec(multiline = true, max = 20_000, section = "what") @Nullable
        String note,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", section = "ours", column = true) @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team) {

    /** Where it came from. */
    enum Source {
        VISIT,
        REFERRAL,
        EXHIBITION,
        WEBSITE,
        CALL,
        TENDER,
        PARTNER,
        SERVICE
    }

    enum State {
        NEW,
        QUALIFIED,
        DECLINED
    }
}
