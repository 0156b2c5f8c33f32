package org.weir.delivery.task;

import java.util.UUID;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** One task waits for another, of the same project. The lag counts half days on the wall calendar, and may be negative. */
@RecordSpec(
        name = "task-link",
        schema = "delivery",
        table = "task_link",
        icon = "link",
        visibleThrough = "project",
        sort = "createdAt")
record TaskLink(
        @FieldSpec(required = true, ref = "project", inverse = "taskLinks")
        UUID project,

        @FieldSpec(title = true, required = true, ref = "task", inverse = "linksAfter", column = true)
        UUID fromTask,

        @FieldSpec(required = true, ref = "task", inverse = "linksBefore", column = true)
        UUID toTask,

        @FieldSpec(required = true, column = true, initial = "fs")
        LinkKind kind,

        @FieldSpec(required = true, column = true, initial = "0")
        Integer lag) {}
