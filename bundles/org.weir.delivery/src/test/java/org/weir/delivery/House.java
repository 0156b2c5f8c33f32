package org.weir.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.AccessService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.MergeRoleTemplates;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.calendar.api.WeeklyHours;
import org.weir.calendar.api.WorkCalendar;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.acceptance.AcceptSite;
import org.weir.delivery.acceptance.AcceptanceCheckRecord;
import org.weir.delivery.acceptance.CheckAcceptance;
import org.weir.delivery.acceptance.CheckLines;
import org.weir.delivery.acceptance.SiteAcceptanceRecord;
import org.weir.delivery.crew.CrewAbsenceRecord;
import org.weir.delivery.crew.CrewRecord;
import org.weir.delivery.planning.PlanTogether;
import org.weir.delivery.project.MakeProject;
import org.weir.delivery.project.ProjectRecord;
import org.weir.delivery.punch.PunchItemRecord;
import org.weir.delivery.task.KeepPlanAcyclic;
import org.weir.delivery.task.TaskLinkRecord;
import org.weir.delivery.task.TaskRecord;
import org.weir.delivery.task.TaskWork;
import org.weir.delivery.template.KeepTemplateAcyclic;
import org.weir.delivery.template.ProjectTemplateRecord;
import org.weir.delivery.template.TemplateLinkRecord;
import org.weir.delivery.template.TemplateStepRecord;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.query.RsqlFilters;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.relationship.account.AccountRecord;
import org.weir.relationship.team.AccountMemberRecord;
import org.weir.relationship.team.AccountTeamsOfUsers;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** Delivery on a test database, with the real record kit and the real access below it; contracts and sites are stand-ins. */
public final class House {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public final Database database;
    public final Access access;
    public final Directory directory;
    public final Records records;
    public final Actor system;
    public final EventRecorder events = new EventRecorder();
    public final Clock clock = Clock.fixed(TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    public final MergeRoleTemplates roles;
    public final TypeRegistry types = new TypeRegistry(new OpenGate());
    public final RecordKit kit;

    public House(TestDatabase databases) {
        database = databases.schema("delivery");
        Core core = new Core(databases.schema("access"), Clock.systemUTC(), new Utc(), values());
        access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        system = access.system();
        directory.save(system, user("root", "administrator"), "channel deep, weir low");
        roles = new MergeRoleTemplates(core);
        StandIns.tables(database);
        Database relationship = databases.schema("relationship");
        for (RecordDeclaration type : List.of(
                new AccountRecord(relationship),
                new AccountMemberRecord(relationship),
                new StandIns(database, StandIns.Site.class),
                new StandIns(database, StandIns.WorkCalendar.class),
                new StandIns(database, StandIns.Contract.class),
                new StandIns(database, StandIns.ContractLine.class),
                new StandIns(database, StandIns.ContractSite.class),
                new ProjectTemplateRecord(database),
                new TemplateStepRecord(database),
                new TemplateLinkRecord(database),
                new CrewRecord(database),
                new CrewAbsenceRecord(database),
                new ProjectRecord(database),
                new TaskRecord(database),
                new TaskLinkRecord(database),
                new SiteAcceptanceRecord(database),
                new AcceptanceCheckRecord(database),
                new PunchItemRecord(database))) {
            types.addDeclaration(type);
        }
        types.addValidator(new KeepPlanAcyclic(database));
        types.addValidator(new KeepTemplateAcyclic(database));
        types.addValidator(new CheckAcceptance(database));
        types.addValidator(new CheckLines(database));
        AccountsOfUser accounts = new AccountsOfUser(new OpenGate());
        accounts.add(new AccountTeamsOfUsers(relationship));
        kit = new RecordKit(
                databases.schema("records"),
                types,
                accounts,
                TestTexts.of("records", "delivery"),
                events,
                directory,
                clock);
        records = new StoredRecords(kit);
    }

    public MakeProject makeProject() {
        return new MakeProject(records, system, TestTexts.of("delivery"), database, clock);
    }

    public WorkCalendars calendars() {
        return new Weekdays();
    }

    public PlanTogether together() {
        return new PlanTogether(records, system, calendars(), database, clock);
    }

    public TaskWork work() {
        return new TaskWork(records, database, together(), clock);
    }

    public AcceptSite accept() {
        return new AcceptSite(records, system, events, database, clock);
    }

    private static Directory.User user(String login, String... roles) {
        return new Directory.User(null, login, login, null, "en", "UTC", null, Set.of(), Set.of(roles), true);
    }

    public Actor person(String login, String... roles) {
        return access.actor(directory.save(system, user(login, roles), null));
    }

    /** @param more field, value, field, value … */
    public Row make(String type, @Nullable Object... more) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] != null) {
                values.put((String) more[i], more[i + 1]);
            }
        }
        return records.create(system, Draft.create(type, values));
    }

    public List<Row> all(String type, String filter) {
        return records.list(
                        system,
                        Query.all(type).where(new RsqlFilters().parse(filter)).limit(500))
                .rows();
    }

    public Row again(Row row) {
        return records.read(system, row.type().name(), row.id());
    }

    public Row change(Row row, String field, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(field, value);
        return records.update(system, Draft.change(again(row), values));
    }

    public Row account(String name, String grade) {
        return make("account", "name", name, "grade", grade, "country", "ZA", "region", "africa");
    }

    /** A signed contract for so many sites of each of the types. */
    public Row contract(Row account, int sites, String... siteTypes) {
        Row contract = make("contract", "subject", "Network energy", "account", account.id(), "state", "signed");
        for (String siteType : siteTypes) {
            make(
                    "contract-line",
                    "label",
                    "Rectifier 3 kW",
                    "contract",
                    contract.id(),
                    "siteType",
                    siteType,
                    "quantity",
                    2,
                    "sites",
                    sites);
            for (int i = 1; i <= sites; i++) {
                UUID site = make("site", "name", siteType + " " + i, "account", account.id())
                        .id();
                make(
                        "contract-site",
                        "name",
                        siteType + " " + i,
                        "site",
                        site,
                        "contract",
                        contract.id(),
                        "siteType",
                        siteType);
            }
        }
        return contract;
    }

    private static Core.Values values() {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
    }

    /** Everybody works Monday to Friday; the calendar that is asked for by name never works. */
    private static final class Weekdays implements WorkCalendars {
        @Override
        public WorkCalendar get(UUID id) {
            return new WorkCalendar(ZoneOffset.UTC, WeeklyHours.parse("Mo 09:00-17:00"), date -> true, Set.of());
        }

        @Override
        public WorkCalendar standard() {
            return new WorkCalendar(ZoneOffset.UTC, WeeklyHours.parse("Mo-Fr 09:00-17:00"), date -> false, Set.of());
        }
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
            return Set.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
