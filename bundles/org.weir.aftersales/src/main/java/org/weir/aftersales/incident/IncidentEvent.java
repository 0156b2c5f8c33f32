package org.weir.aftersales.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** A line of another service desk's log: how an incident stood after something changed. */
@RecordSpec(
        name = "incident-event",
        schema = "aftersales",
        table = "incident_event",
        icon = "scroll-text",
        section = "section.aftersales",
        order = 480,
        sort = "happenedAt",
        keys = "incident+happenedAt+changeCount+state")
record IncidentEvent(
        @FieldSpec(
                title = true,
                required = true,
                max = 40,
                column = true,
                importedAs = {"number", "编号"})
        String incident,

        @FieldSpec(
                required = true,
                max = 40,
                column = true,
                importedAs = {"incident_state", "状态"})
        String state,

        @FieldSpec(
                required = true,
                column = true,
                sortable = true,
                importedAs = {"sys_updated_at", "时间"})
        Instant happenedAt,

        @FieldSpec(required = true, column = true, importedAs = "opened_at")
        Instant openedAt,

        @FieldSpec(required = true, importedAs = "sys_mod_count")
        Long changeCount,

        @FieldSpec(
                max = 40,
                column = true,
                importedAs = {"priority", "优先级"})
        @Nullable
        String priority,

        @FieldSpec(column = true, importedAs = "made_sla") @Nullable
        Boolean madeSla,

        @FieldSpec(max = 80, column = true, importedAs = "assignment_group") @Nullable
        String assignmentGroup,

        @FieldSpec(max = 80, importedAs = "assigned_to") @Nullable
        String assignedTo,

        @FieldSpec(max = 40, importedAs = "contact_type") @Nullable
        String contact,

        @FieldSpec(max = 80, importedAs = "category") @Nullable
        String category,

        @FieldSpec(max = 80, importedAs = "u_symptom") @Nullable
        String symptom,

        @FieldSpec(max = 80, importedAs = "closed_code") @Nullable
        String closedCode) {}
