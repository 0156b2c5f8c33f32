package org.weir.calendar.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Scope;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Region;
import org.weir.calendar.api.WorkCalendar;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "calendar"})
final class CalendarStoreTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Actor ANYBODY = new Actor(
            Actor.SYSTEM,
            "system",
            "Weir",
            Locale.ENGLISH,
            ZoneId.of("UTC"),
            Actor.NO_TEAM,
            Set.of(),
            Set.of(),
            Map.of("*", Set.of(Scope.ALL)));

    private static Records records(TestDatabase databases) {
        TypeRegistry types = new TypeRegistry(new OpenGate());
        types.addDeclaration(new WorkCalendarRecord(databases.schema("calendar")));
        types.addValidator(new CheckCalendar());
        Core core = new Core(
                databases.schema("access"),
                Clock.systemUTC(),
                new Utc(),
                new Core.Values(
                        new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                        4,
                        new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                        Path.of("target")));
        Directory directory = new DirectoryService(core, new OpenGate());
        return new StoredRecords(new RecordKit(
                databases.schema("records"),
                types,
                new AccountsOfUser(new OpenGate()),
                TestTexts.of("records", "calendar"),
                new EventRecorder(),
                directory,
                Clock.systemUTC()));
    }

    private static Draft draft(Object... more) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "Office", "zone", "Europe/Berlin"));
        values.put("hours", "Mo-Fr 09:00-17:00");
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return Draft.create("work-calendar", values);
    }

    @OnEachDatabase
    void a_calendar_is_as_it_was_changed_a_moment_ago(TestDatabase databases) {
        Records records = records(databases);
        StoredCalendars calendars = new StoredCalendars(databases.schema("calendar"), new OpenGate());
        Row row = records.create(ANYBODY, draft());
        assertTrue(calendars.get(row.id()).works(FRIDAY));
        WorkCalendar before = calendars.get(row.id());
        assertTrue(before == calendars.get(row.id()), "kept while nothing changes");
        records.update(ANYBODY, Draft.change(row, Map.of("daysOff", List.of("2026-11-27 Bridge day"))));
        assertFalse(calendars.get(row.id()).works(FRIDAY));
    }

    @OnEachDatabase
    void many_calendars_are_looked_up_at_once(TestDatabase databases) {
        Records records = records(databases);
        StoredCalendars calendars = new StoredCalendars(databases.schema("calendar"), new OpenGate());
        List<UUID> ids = List.of(
                records.create(ANYBODY, draft()).id(),
                records.create(ANYBODY, draft("name", "Hotline")).id(),
                records.create(ANYBODY, draft("name", "Night")).id());
        Map<UUID, WorkCalendar> all = calendars.all(ids);
        assertEquals(Set.copyOf(ids), all.keySet());
        long before = databases.statements();
        assertEquals(all, calendars.all(ids));
        assertEquals(1, databases.statements() - before);
        assertThrows(ProblemException.class, () -> calendars.all(List.of(UUID.randomUUID())));
    }

    @OnEachDatabase
    void the_regions_holidays_count_where_the_calendar_says_so(TestDatabase databases) {
        Records records = records(databases);
        StoredCalendars calendars = new StoredCalendars(databases.schema("calendar"), new OpenGate());
        Row with = records.create(ANYBODY, draft("regionHolidays", true));
        Row without = records.create(ANYBODY, draft("name", "Hotline", "regionHolidays", false));
        assertTrue(calendars.get(with.id()).works(FRIDAY));
        calendars.addRegion(new FridayLand());
        assertFalse(calendars.get(with.id()).works(FRIDAY));
        assertTrue(calendars.get(without.id()).works(FRIDAY));
        assertFalse(calendars.standard().works(FRIDAY));
        assertEquals(ZoneId.of("Africa/Johannesburg"), calendars.standard().zone());
        assertFalse(calendars.orStandard(null).works(FRIDAY));
    }

    @OnEachDatabase
    void what_cannot_be_reckoned_with_is_refused_at_its_field(TestDatabase databases) {
        Records records = records(databases);
        assertEquals("hours", refused(records, draft("hours", "Mo-Fr")));
        assertEquals("hours", refused(records, draft("hours", "Mo-Su off")));
        assertEquals("zone", refused(records, draft("zone", "Europe/Nowhere")));
        assertEquals("daysOff", refused(records, draft("daysOff", List.of("next Friday"))));
        assertEquals("workingDays", refused(records, draft("workingDays", List.of("2026-12-31..2026-12-24"))));
        StoredCalendars calendars = new StoredCalendars(databases.schema("calendar"), new OpenGate());
        assertThrows(ProblemException.class, () -> calendars.get(UUID.randomUUID()));
    }

    private static String refused(Records records, Draft draft) {
        return assertThrows(ProblemException.class, () -> records.create(ANYBODY, draft))
                .fields()
                .get(0)
                .field();
    }

    private static final class Utc implements Defaults {
        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Set<Locale> locales() {
            return Set.of(Locale.ENGLISH);
        }
    }

    private static final class FridayLand implements Region {
        @Override
        public String code() {
            return "friday";
        }

        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Africa/Johannesburg");
        }

        @Override
        public Currency currency() {
            return Currency.getInstance("ZAR");
        }

        @Override
        public Map<LocalDate, String> holidays(int year) {
            return Map.of(FRIDAY.withYear(year), "friday");
        }

        @Override
        public String privacyText() {
            return "friday";
        }
    }
}
