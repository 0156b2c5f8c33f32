package org.weir.delivery.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.delivery.crew.Skill;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/**
 * A piece of work of a project. Planned dates count both ends: a task of one half day starts and finishes in the same half
 * of the same day. Dates, critical and the reason for waiting are set by planning.
 */
@RecordSpec(
        name = "task",
        schema = "delivery",
        table = "task",
        icon = "square-check",
        section = "section.delivery",
        order = 320,
        visibleThrough = "account",
        sort = "plannedStart")
record Task(
        @FieldSpec(title = true, required = true, column = true, max = 200)
        String name,

        @FieldSpec(required = true, ref = "project", inverse = "tasks", column = true)
        UUID project,

        @FieldSpec(required = true, ref = "account", inverse = "tasks", meaning = Meaning.ACCOUNT)
        UUID account,

        @FieldSpec(ref = "site", inverse = "tasks", column = true) @Nullable
        UUID site,

        @FieldSpec(ref = "template-step", inverse = "tasks") @Nullable
        UUID step,

        @FieldSpec(required = true, sortable = true, initial = "0")
        Integer ordinal,

        @FieldSpec(required = true, initial = "1") Integer halfDays,

        @FieldSpec(required = true) Skill skill,

        @FieldSpec(ref = "crew", inverse = "tasks", column = true) @Nullable
        UUID crew,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER) @Nullable
        UUID owner,

        @FieldSpec(required = true, column = true, readOnly = true, initial = "planned")
        State state,

        @FieldSpec(required = true, readOnly = true, initial = "0")
        Integer progress,

        @FieldSpec(column = true, sortable = true, readOnly = true, section = "plan") @Nullable
        LocalDate plannedStart,

        @FieldSpec(readOnly = true, section = "plan") @Nullable
        Half plannedStartHalf,

        @FieldSpec(column = true, sortable = true, readOnly = true, section = "plan") @Nullable
        LocalDate plannedFinish,

        @FieldSpec(readOnly = true, section = "plan") @Nullable
        Half plannedFinishHalf,

        @FieldSpec(required = true, readOnly = true, section = "plan", initial = "false")
        Boolean critical,

        @FieldSpec(readOnly = true, section = "plan") @Nullable
        WaitReason waitReason,

        @FieldSpec(ref = "task", inverse = "heldBy", readOnly = true, section = "plan") @Nullable
        UUID waitsFor,

        @FieldSpec(section = "plan") @Nullable LocalDate holdUntil,

        @FieldSpec(readOnly = true, section = "plan") @Nullable
        LocalDate baselineStart,

        @FieldSpec(readOnly = true, section = "plan") @Nullable
        LocalDate baselineFinish,

        @FieldSpec(readOnly = true, section = "actual") @Nullable
        LocalDate actualStart,

        @FieldSpec(readOnly = true, section = "actual") @Nullable
        LocalDate actualFinish,

        @FieldSpec(multiline = true, max = 5_000, section = "actual") @Nullable
        String note) {

    enum State {
        PLANNED,
        RUNNING,
        DONE
    }
}
