package org.weir.calendar.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.weir.store.api.Database;

/** Reads calendars as the record kit has stored them. */
final class CalendarStore {
    private final Database database;

    CalendarStore(Database database) {
        this.database = database;
    }

    record Stored(
            long version,
            String zone,
            String hours,
            boolean regionHolidays,
            List<String> daysOff,
            List<String> workingDays) {}

    Optional<Long> version(UUID id) {
        return database.read(handle -> handle.createQuery("select version from calendar.work_calendar where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
    }

    Map<UUID, Long> versions(Collection<UUID> ids) {
        Map<UUID, Long> versions = new HashMap<>();
        if (!ids.isEmpty()) {
            database.read(handle -> handle.createQuery("select id, version from calendar.work_calendar where "
                            + database.dialect().oneOf("id", "ids"))
                    .bindArray("ids", UUID.class, ids)
                    .map((row, context) -> versions.put(row.getObject("id", UUID.class), row.getLong("version")))
                    .list());
        }
        return versions;
    }

    Stored read(UUID id) {
        List<String> off = entries("work_calendar_days_off", id);
        List<String> on = entries("work_calendar_working_days", id);
        return database.read(handle -> handle.createQuery("""
                        select version, zone, hours, region_holidays from calendar.work_calendar where id = :id""")
                .bind("id", id)
                .map((row, context) -> new Stored(
                        row.getLong("version"),
                        row.getString("zone"),
                        row.getString("hours"),
                        row.getBoolean("region_holidays"),
                        off,
                        on))
                .one());
    }

    private List<String> entries(String table, UUID id) {
        return database.read(
                handle -> handle.createQuery("select val from calendar." + table + " where id = :id order by pos")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }
}
