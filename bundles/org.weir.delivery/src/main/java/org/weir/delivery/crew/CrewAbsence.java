package org.weir.delivery.crew;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** A crew is off, the first and the last day included. */
@RecordSpec(
        name = "crew-absence",
        schema = "delivery",
        table = "crew_absence",
        icon = "calendar",
        section = "section.basics",
        order = 832,
        visibleThrough = "crew",
        sort = "-firstDay",
        timeline = "firstDay")
record CrewAbsence(
        @FieldSpec(title = true, required = true, ref = "crew", inverse = "absences", column = true)
        UUID crew,

        @FieldSpec(required = true, column = true, sortable = true, initial = "today")
        LocalDate firstDay,

        @FieldSpec(required = true, column = true) LocalDate lastDay,

        @FieldSpec(column = true) @Nullable String why) {}
