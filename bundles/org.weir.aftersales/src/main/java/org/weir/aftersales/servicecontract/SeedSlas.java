package org.weir.aftersales.servicecontract;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/**
 * Puts two SLAs into a company that has none: the usual one for office hours, and one around the clock. Once only; what is
 * changed or deleted afterwards stays so.
 */
@Component(service = SeedSlas.class)
public final class SeedSlas {
    private static final String WHAT = "slas";
    private static final String CALENDAR = "work-calendar";
    private static final String TARGET = "sla-target";

    private final Database database;
    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Clock clock;

    @Activate
    public SeedSlas(
            @Reference(target = "(schema=aftersales)") Database database,
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access) {
        this.database = database;
        this.records = records;
        this.types = types;
        this.access = access;
        this.clock = Clock.systemUTC();
    }

    /** Whether all is there that it needs. */
    boolean ready() {
        return List.of(AftersalesTypes.SLA, TARGET, CALENDAR).stream()
                .allMatch(it -> types.find(it).isPresent());
    }

    /** @return whether the SLAs were made now */
    public boolean seed() {
        return database.write(handle -> {
            boolean seeded = handle.createQuery("select count(*) from aftersales.seeded where what = :what")
                            .bind("what", WHAT)
                            .mapTo(Long.class)
                            .one()
                    > 0;
            if (seeded) {
                return false;
            }
            handle.createUpdate("insert into aftersales.seeded (what, seeded_at) values (:what, :at)")
                    .bind("what", WHAT)
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            Actor system = access.system();
            if (records.count(system, Query.all(AftersalesTypes.SLA), 1).number() > 0) {
                return false;
            }
            make(system);
            return true;
        });
    }

    private void make(Actor system) {
        UUID standard = sla(system, "Standard 8×5", null, true);
        target(system, standard, "critical", 60L, 480L, 2_400L);
        target(system, standard, "major", 120L, 960L, 4_800L);
        target(system, standard, "minor", 480L, null, 9_600L);
        target(system, standard, "question", 960L, null, 4_800L);
        UUID gold = sla(system, "Gold 24×7", aroundTheClock(system), false);
        target(system, gold, "critical", 15L, 240L, 1_440L);
        target(system, gold, "major", 30L, 480L, 4_320L);
        target(system, gold, "minor", 240L, 1_440L, 14_400L);
        target(system, gold, "question", 480L, null, 7_200L);
    }

    private UUID aroundTheClock(Actor system) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "24×7");
        values.put("zone", "UTC");
        values.put("hours", "Mo-Su 00:00-24:00");
        values.put("regionHolidays", false);
        return records.create(system, Draft.create(CALENDAR, values)).id();
    }

    private UUID sla(Actor system, String name, @Nullable UUID calendar, boolean usual) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("usual", usual);
        if (calendar != null) {
            values.put("calendar", calendar);
        }
        return records.create(system, Draft.create(AftersalesTypes.SLA, values)).id();
    }

    /** Working minutes; null promises nothing. */
    private void target(
            Actor system,
            UUID sla,
            String severity,
            @Nullable Long respond,
            @Nullable Long restore,
            @Nullable Long resolve) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sla", sla);
        values.put("severity", severity);
        put(values, "respond", respond);
        put(values, "restore", restore);
        put(values, "resolve", resolve);
        records.create(system, Draft.create(TARGET, values));
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
