package org.weir.calendar.work;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Region;
import org.weir.base.api.Slots;
import org.weir.calendar.api.WeeklyHours;
import org.weir.calendar.api.WorkCalendar;
import org.weir.calendar.api.WorkCalendars;
import org.weir.store.api.Database;

/**
 * Calendars as stored. Each is kept in memory with the version it was read at, and the version is looked up every time,
 * so that no node and no transaction ever reckons with yesterday's holidays.
 */
@Component
public final class StoredCalendars implements WorkCalendars {
    private static final WeeklyHours OFFICE = WeeklyHours.parse("Mo-Fr 09:00-17:00");

    private final CalendarStore store;
    private final Slots<Region> regions;
    private final ConcurrentMap<UUID, Kept> kept = new ConcurrentHashMap<>();
    private volatile @Nullable WorkCalendar standard;

    @Activate
    public StoredCalendars(@Reference(target = "(schema=calendar)") Database database, @Reference Gate gate) {
        this.store = new CalendarStore(database);
        this.regions = new Slots<>(gate, Comparator.comparing(Region::code));
    }

    private record Kept(long version, WorkCalendar calendar) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegion(Region region) {
        regions.add(region);
        forget();
    }

    public void removeRegion(Region region) {
        regions.remove(region);
        forget();
    }

    private void forget() {
        kept.clear();
        standard = null;
    }

    @Override
    public WorkCalendar get(UUID id) {
        return at(id, store.version(id).orElseThrow(ProblemException::notFound));
    }

    @Override
    public Map<UUID, WorkCalendar> all(Collection<UUID> ids) {
        Map<UUID, Long> versions = store.versions(Set.copyOf(ids));
        if (!versions.keySet().containsAll(ids)) {
            throw ProblemException.notFound();
        }
        Map<UUID, WorkCalendar> calendars = new HashMap<>();
        versions.forEach((id, version) -> calendars.put(id, at(id, version)));
        return calendars;
    }

    private WorkCalendar at(UUID id, long version) {
        Kept known = kept.get(id);
        if (known == null || known.version() != version) {
            CalendarStore.Stored stored = store.read(id);
            known = new Kept(stored.version(), calendar(stored));
            kept.put(id, known);
        }
        return known.calendar();
    }

    private WorkCalendar calendar(CalendarStore.Stored stored) {
        Set<LocalDate> off = Dates.of(stored.daysOff());
        Predicate<LocalDate> holiday = stored.regionHolidays() ? holidays() : date -> false;
        return new WorkCalendar(
                ZoneId.of(stored.zone()),
                WeeklyHours.parse(stored.hours()),
                date -> off.contains(date) || holiday.test(date),
                Dates.of(stored.workingDays()));
    }

    @Override
    public WorkCalendar standard() {
        WorkCalendar known = standard;
        if (known == null) {
            Region region = region();
            known = new WorkCalendar(region == null ? ZoneOffset.UTC : region.zone(), OFFICE, holidays(), Set.of());
            standard = known;
        }
        return known;
    }

    private @Nullable Region region() {
        List<Region> all = regions.all();
        return all.isEmpty() ? null : all.get(0);
    }

    private Predicate<LocalDate> holidays() {
        Region region = region();
        if (region == null) {
            return date -> false;
        }
        ConcurrentMap<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();
        return date -> years.computeIfAbsent(
                        date.getYear(), year -> region.holidays(year).keySet())
                .contains(date);
    }
}
