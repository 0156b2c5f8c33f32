package org.weir.calendar.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The calendars that are kept as records of type {@code work-calendar}; always as stored now, also right after a change. */
@ProviderType
public interface WorkCalendars {
    /** @throws org.weir.base.api.ProblemException 404 when there is no such calendar */
    WorkCalendar get(UUID id);

    /** The region's: Monday to Friday 09:00 to 17:00 in its zone, without its public holidays. */
    WorkCalendar standard();

    /** The calendar with the id; the region's without one. */
    default WorkCalendar orStandard(@Nullable UUID id) {
        return id == null ? standard() : get(id);
    }
}
