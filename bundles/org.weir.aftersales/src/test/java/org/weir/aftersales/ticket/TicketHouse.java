package org.weir.aftersales.ticket;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.AccessService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.aftersales.incident.IncidentEventRecord;
import org.weir.aftersales.sla.CheckSla;
import org.weir.aftersales.sla.CheckSlaTarget;
import org.weir.aftersales.sla.SlaRecord;
import org.weir.aftersales.sla.SlaTargetRecord;
import org.weir.calendar.work.CheckCalendar;
import org.weir.calendar.work.StoredCalendars;
import org.weir.calendar.work.WorkCalendarRecord;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.relationship.account.AccountRecord;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.FakeClock;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** Tickets on a test database, with the real record kit, real calendars and a clock that is moved by hand. */
public final class TicketHouse {
    /** A Monday, ten o'clock in Johannesburg. */
    public final FakeClock clock = FakeClock.at("2026-03-02T08:00:00Z");

    public final Database database;
    public final Records records;
    public final Directory directory;
    public final Access access;
    public final Actor system;
    public final EventRecorder events = new EventRecorder();
    public final TicketDesk desk;
    public final ReckonTickets reckon;
    public final RecordKit kit;
    public final Row account;

    public TicketHouse(TestDatabase databases) {
        database = databases.schema("aftersales");
        Core core = new Core(databases.schema("access"), Clock.systemUTC(), new Here(), values());
        access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        system = access.system();
        TypeRegistry types = new TypeRegistry(new OpenGate());
        for (RecordDeclaration type : List.of(
                new AccountRecord(databases.schema("relationship")),
                new WorkCalendarRecord(databases.schema("calendar")),
                new SlaRecord(database),
                new SlaTargetRecord(database),
                new TicketRecord(database),
                new IncidentEventRecord(database))) {
            types.addDeclaration(type);
        }
        kit = new RecordKit(
                databases.schema("records"),
                types,
                new AccountsOfUser(new OpenGate()),
                TestTexts.of("base", "records", "import", "relationship", "calendar", "aftersales"),
                events,
                directory,
                clock);
        records = new StoredRecords(kit);
        StoredCalendars calendars = new StoredCalendars(databases.schema("calendar"), new OpenGate());
        reckon = new ReckonTickets(database, calendars, access, records, types, events, clock);
        desk = new TicketDesk(database, records, new StoredConversation(kit), events, clock);
        types.addValidator(new CheckCalendar());
        types.addValidator(new CheckSla(database));
        types.addValidator(new CheckSlaTarget(database));
        types.addValidator(new KeepTicket(access, records, types, reckon));
        account = records.create(system, Draft.create("account", Map.of("name", "Meridian")));
    }

    /** Somebody who may do everything, in UTC. */
    public Actor root() {
        directory.save(
                system,
                new Directory.User(
                        null, "root", "root", null, "en", "UTC", null, Set.of(), Set.of("administrator"), true),
                "channel deep, weir low");
        return access.actor(directory.byLogin("root").orElseThrow().id());
    }

    public Row make(String type, Object... values) {
        return records.create(system, Draft.create(type, map(values)));
    }

    public static Map<String, @Nullable Object> map(Object... values) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return map;
    }

    public Row calendar(String hours) {
        return make("work-calendar", "name", hours, "zone", "Africa/Johannesburg", "hours", hours);
    }

    /** Critical: respond 30 minutes, restore 4 hours, resolve 16; minor: respond 4 hours, resolve 40. */
    public Row sla(@Nullable UUID calendar) {
        Row sla = make("sla", "name", "Gold", "usual", true);
        if (calendar != null) {
            sla = records.update(system, Draft.change(sla, map("calendar", calendar)));
        }
        make("sla-target", "sla", sla.id(), "severity", "critical", "respond", 30, "restore", 240, "resolve", 960);
        make("sla-target", "sla", sla.id(), "severity", "minor", "respond", 240, "resolve", 2400);
        return sla;
    }

    public Row ticket(String severity) {
        return again(make(
                "ticket",
                "title",
                "Rectifier alarm",
                "account",
                account.id(),
                "severity",
                severity,
                "openedAt",
                now()));
    }

    public Instant now() {
        return clock.instant();
    }

    public Row again(Row row) {
        return records.read(system, row.type().name(), row.id());
    }

    public Row run(Action action, Row row, Record input) {
        action.run(new Action.Call(system, List.of(again(row)), null, input));
        return again(row);
    }

    private static Core.Values values() {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
    }

    private static final class Here implements Defaults {
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
            return Set.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
