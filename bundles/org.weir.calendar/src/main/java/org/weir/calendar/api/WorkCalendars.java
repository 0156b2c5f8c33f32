package org.weir.calendar.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The calendars that are kept as records of type {@code work-calendar}; always as stored now, also right after a change. */
@ProviderType
public interface WorkCalendars {
    /** @throws org.weir.base.api.ProblemException 404 when there is no such calendar */
    WorkCalendar get(UUID id);

    /**
     * The calendars with these ids, looked up at once.
     *
     * @throws org.weir.base.api.ProblemException 404 when one of them is not there
     */
    default Map<UUID, WorkCalendar> all(Collection<UUID> ids) {
        Map<UUID, WorkCalendar> calendars = new HashMap<>();
        ids.forEach(it -> calendars.computeIfAbsent(it, this::get));
        return calendars;
    }

    /** The region's: Monday to Friday 09:00 to 17:00 in its zone, without its public holidays. */
    WorkCalendar standard();

    /** The calendar with the id; the region's without one. */
    default WorkCalendar orStandard(@Nullable UUID id) {
        return id == null ? standard() : get(id);
    }
}
