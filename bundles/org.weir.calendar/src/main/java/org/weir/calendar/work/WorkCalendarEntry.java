package org.weir.calendar.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** When a team, a service or a crew works. */
@RecordSpec(
        name = "work-calendar",
        schema = "calendar",
        table = "work_calendar",
        icon = "calendar",
        section = "section.basics",
        order = 860,
        keys = "name")
record WorkCalendarEntry(
        @FieldSpec(title = true, required = true, unique = true, column = true)
        String name,

        @FieldSpec(required = true, max = 60, column = true) String zone,

        @FieldSpec(required = true, max = 500, column = true, initial = "Mo-Fr 09:00-17:00")
        String hours,

        @FieldSpec(column = true, initial = "true") @Nullable
        Boolean regionHolidays,

        @FieldSpec(max = 80, section = "days") List<String> daysOff,
        @FieldSpec(max = 80, section = "days") List<String> workingDays,

        @FieldSpec(multiline = true, max = 4_000, section = "days") @Nullable
        String note) {}
