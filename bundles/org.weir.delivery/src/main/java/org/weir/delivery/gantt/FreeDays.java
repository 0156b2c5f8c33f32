package org.weir.delivery.gantt;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.calendar.api.NoWorkingTime;
import org.weir.calendar.api.WorkCalendar;
import org.weir.calendar.api.WorkCalendars;

/** On which days the calendars of a plan do not work: their week, the days off in it, and the days worked out of turn. */
final class FreeDays {
    private final WorkCalendars calendars;
    private final LocalDate from;
    private final LocalDate until;

    /** @param until included */
    FreeDays(WorkCalendars calendars, LocalDate from, LocalDate until) {
        this.calendars = calendars;
        this.from = from;
        this.until = until;
    }

    /** @param ids null stands for the standard calendar, which has no id in the answer */
    List<Map<String, Object>> of(Collection<@Nullable UUID> ids) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (UUID id : ids) {
            try {
                all.add(of(id, calendars.orStandard(id)));
            } catch (ProblemException | NoWorkingTime never) {
                // a calendar that is gone or never works has no free days to draw; planning says so where it matters
                continue;
            }
        }
        return all;
    }

    private Map<String, Object> of(@Nullable UUID id, WorkCalendar calendar) {
        List<LocalDate> off = new ArrayList<>();
        List<LocalDate> worked = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            boolean usually = !calendar.hours().on(day.getDayOfWeek()).isEmpty();
            if (usually != calendar.works(day)) {
                (usually ? off : worked).add(day);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        if (id != null) {
            answer.put("id", id);
        }
        answer.put(
                "week",
                Arrays.stream(DayOfWeek.values())
                        .filter(it -> !calendar.hours().on(it).isEmpty())
                        .map(DayOfWeek::getValue)
                        .toList());
        answer.put("off", off);
        answer.put("worked", worked);
        return answer;
    }
}
