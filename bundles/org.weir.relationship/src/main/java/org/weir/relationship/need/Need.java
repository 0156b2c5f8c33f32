package org.weir.relationship.need;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** What a customer wants to reach: the pain behind it, the figure it serves, and how sure we are of it. */
@RecordSpec(
        name = "need",
        schema = "relationship",
        table = "need",
        icon = "circle-question-mark",
        section = "section.relationship",
        order = 50,
        visibleThrough = "account",
        sort = "-voiced",
        timeline = "voiced",
        keys = "number")
record Need(
        @FieldSpec(number = "N", column = true, max = 40) @Nullable
        String number,

        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Need", "Requirement", "需求"})
        String title,

        @FieldSpec(required = true, ref = "account", inverse = "needs", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(ref = "opportunity", inverse = "needs", column = true) @Nullable
        UUID opportunity,

        @FieldSpec(required = true, column = true, sortable = true, initial = "should")
        Priority priority,

        @FieldSpec(required = true, column = true, sortable = true, initial = "open", readOnly = true)
        State state,

        @FieldSpec(multiline = true, max = 20_000, section = "why") @Nullable
        String pain,

        @FieldSpec(
                section = "why",
                importedAs = {"KPI", "客户指标"})
        @Nullable
        String customerKpi,

        @FieldSpec(section = "origin") @Nullable Source source,

        @FieldSpec(
                required = true,
                column = true,
                sortable = true,
                section = "origin",
                initial = "today",
                importedAs = {"Date", "日期"})
        LocalDate voiced,

        @FieldSpec(
                ref = "person",
                inverse = "needs",
                section = "origin",
                importedAs = {"Voiced by", "提出人"})
        @Nullable
        UUID person,

        @FieldSpec(required = true, section = "origin", initial = "likely")
        Reliability reliability,

        @FieldSpec(readOnly = true, multiline = true, max = 2_000, section = "result") @Nullable
        String declineReason,

        @FieldSpec(readOnly = true, multiline = true, max = 2_000, section = "result") @Nullable
        String answer,

        @FieldSpec(readOnly = true, section = "result") @Nullable
        LocalDate answered,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", section = "ours", column = true) @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team) {

    enum Priority {
        MUST,
        SHOULD,
        COULD
    }

    enum State {
        OPEN,
        ANSWERED,
        DECLINED
    }

    /** Where we heard of it. */
    enum Source {
        VISIT,
        MEETING,
        CALL,
        MAIL,
        TENDER,
        SURVEY,
        TICKET,
        OBSERVATION
    }

    /** How sure we are that it is so. */
    enum Reliability {
        CONFIRMED,
        LIKELY,
        GUESS
    }
}
