package org.weir.delivery.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A contract on its way to accepted sites. The owner is the fulfilment responsible. */
@RecordSpec(
        name = "project",
        schema = "delivery",
        table = "project",
        icon = "briefcase",
        section = "section.delivery",
        order = 310,
        visibleThrough = "account",
        sort = "-createdAt",
        timeline = "plannedStart",
        keys = "number")
record Project(
        @FieldSpec(number = "P", unique = true, max = 40, readOnly = true, column = true) @Nullable
        String number,

        @FieldSpec(title = true, required = true, column = true, max = 200)
        String title,

        @FieldSpec(required = true, ref = "account", inverse = "projects", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(ref = "contract", inverse = "projects", unique = true) @Nullable
        UUID contract,

        @FieldSpec(ref = "project-template", inverse = "projects") @Nullable
        UUID template,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, column = true, initial = "me") @Nullable
        UUID owner,

        @FieldSpec(required = true, column = true, readOnly = true, initial = "planned")
        State state,

        @FieldSpec(required = true, initial = "40") Integer priority,

        @FieldSpec(section = "plan") @Nullable LocalDate earliestStart,

        @FieldSpec(column = true, section = "plan") @Nullable
        LocalDate wishedFinish,

        @FieldSpec(readOnly = true, section = "plan", sortable = true) @Nullable
        LocalDate plannedStart,

        @FieldSpec(readOnly = true, section = "plan") @Nullable
        LocalDate plannedFinish,

        @FieldSpec(readOnly = true, section = "plan") @Nullable
        LocalDate baselineFinish,

        @FieldSpec(column = true, readOnly = true, section = "plan", sortable = true) @Nullable
        LocalDate forecast,

        @FieldSpec(required = true, column = true, readOnly = true, section = "plan", initial = "0")
        Integer progress,

        @FieldSpec(multiline = true, max = 20_000) @Nullable String note) {

    enum State {
        PLANNED,
        RUNNING,
        ACCEPTED,
        CLOSED
    }
}
