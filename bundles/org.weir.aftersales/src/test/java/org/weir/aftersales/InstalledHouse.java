package org.weir.aftersales;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.access.AccessService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.MergeRoleTemplates;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.RoleTemplate;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.aftersales.demo.DemoAftersales;
import org.weir.aftersales.grants.FieldEngineerGrants;
import org.weir.aftersales.grants.RegionManagerGrants;
import org.weir.aftersales.grants.ServiceManagerGrants;
import org.weir.aftersales.installed.CheckUnit;
import org.weir.aftersales.installed.InstallAcceptedSite;
import org.weir.aftersales.installed.InstalledSystemRecord;
import org.weir.aftersales.installed.OpenTicketOnAccount;
import org.weir.aftersales.installed.OpenTicketOnSystem;
import org.weir.aftersales.installed.OpenTicketOnUnit;
import org.weir.aftersales.installed.SwapUnit;
import org.weir.aftersales.installed.UnitRecord;
import org.weir.aftersales.role.FieldEngineerTickets;
import org.weir.aftersales.role.RegionManagerTickets;
import org.weir.aftersales.role.ServiceManagerTickets;
import org.weir.aftersales.satisfaction.CheckSatisfaction;
import org.weir.aftersales.satisfaction.RateTicket;
import org.weir.aftersales.satisfaction.SatisfactionRecord;
import org.weir.aftersales.servicecase.KeepReviewed;
import org.weir.aftersales.servicecase.ReuseCase;
import org.weir.aftersales.servicecase.ReviewCase;
import org.weir.aftersales.servicecase.ServiceCaseRecord;
import org.weir.aftersales.servicecase.WriteCase;
import org.weir.aftersales.servicecontract.CheckServiceContract;
import org.weir.aftersales.servicecontract.PrepareServiceContract;
import org.weir.aftersales.servicecontract.RenewServiceContract;
import org.weir.aftersales.servicecontract.SeedSlas;
import org.weir.aftersales.servicecontract.ServiceContractRecord;
import org.weir.aftersales.sla.CheckSla;
import org.weir.aftersales.sla.CheckSlaTarget;
import org.weir.aftersales.sla.SlaRecord;
import org.weir.aftersales.sla.SlaTargetRecord;
import org.weir.aftersales.ticket.CloseTicket;
import org.weir.aftersales.ticket.KeepTicket;
import org.weir.aftersales.ticket.PauseTicket;
import org.weir.aftersales.ticket.ReckonTickets;
import org.weir.aftersales.ticket.ResolveTicket;
import org.weir.aftersales.ticket.RespondToCustomer;
import org.weir.aftersales.ticket.RestoreService;
import org.weir.aftersales.ticket.TakeTicket;
import org.weir.aftersales.ticket.TicketDesk;
import org.weir.aftersales.ticket.TicketRecord;
import org.weir.calendar.work.StoredCalendars;
import org.weir.calendar.work.WorkCalendarRecord;
import org.weir.delivery.acceptance.SiteAcceptanceRecord;
import org.weir.delivery.project.ProjectRecord;
import org.weir.records.action.RunActions;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.relationship.account.AccountRecord;
import org.weir.relationship.demo.DemoCompany;
import org.weir.relationship.employment.EmploymentRecord;
import org.weir.relationship.person.PersonRecord;
import org.weir.relationship.role.AccountResponsibleRole;
import org.weir.relationship.role.FulfilmentResponsibleRole;
import org.weir.relationship.role.RegionManagerRole;
import org.weir.relationship.role.SolutionResponsibleRole;
import org.weir.relationship.site.SiteRecord;
import org.weir.relationship.team.AccountMemberRecord;
import org.weir.relationship.team.AccountTeamsOfUsers;
import org.weir.relationship.touchpoint.TouchpointRecord;
import org.weir.solution.contract.ContractLineRecord;
import org.weir.solution.contract.ContractRecord;
import org.weir.solution.contract.ContractSiteRecord;
import org.weir.solution.price.PriceListRecord;
import org.weir.solution.quote.QuoteRecord;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** The installed base on a test database, with the real record kit and the real access below it. */
final class InstalledHouse {
    final Database database;
    final Access access;
    final Directory directory;
    final TypeRegistry types = new TypeRegistry(new OpenGate());
    final Records records;
    final Actor system;
    final EventRecorder events = new EventRecorder();
    final RecordKit kit;
    private final Core core;
    private final Actions actions;
    private final TestDatabase databases;

    InstalledHouse(TestDatabase databases) {
        this.databases = databases;
        database = databases.schema("aftersales");
        Database relationship = databases.schema("relationship");
        core = new Core(databases.schema("access"), Clock.systemUTC(), new Johannesburg(), values());
        access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        system = access.system();
        directory.save(system, user("root", "", "administrator"), "channel deep, weir low");
        MergeRoleTemplates roles = new MergeRoleTemplates(core);
        roles.addTemplate(new RegionManagerRole());
        roles.addTemplate(new ServiceManagerGrants());
        for (RecordDeclaration type : List.of(
                new AccountRecord(relationship),
                new PersonRecord(relationship),
                new AccountMemberRecord(relationship),
                new SiteRecord(relationship),
                new InstalledSystemRecord(database),
                new UnitRecord(database),
                new ServiceContractRecord(database),
                new ServiceCaseRecord(database),
                new SatisfactionRecord(database))) {
            types.addDeclaration(type);
        }
        types.addValidator(new CheckUnit(database));
        types.addValidator(new CheckServiceContract(database));
        types.addValidator(new KeepReviewed());
        types.addValidator(new CheckSatisfaction());
        AccountsOfUser accounts = new AccountsOfUser(new OpenGate());
        accounts.add(new AccountTeamsOfUsers(relationship));
        kit = new RecordKit(
                databases.schema("records"),
                types,
                accounts,
                TestTexts.of("records", "relationship", "calendar", "aftersales", "aftersales-installed"),
                events,
                directory,
                Clock.systemUTC());
        records = new StoredRecords(kit);
        actions = new RunActions(kit, records);
        types.addAction(new SwapUnit(database, records));
        types.addAction(new ReviewCase(records));
        types.addAction(new ReuseCase(records, types, access));
        types.addAction(new RenewServiceContract(records));
        types.addAction(new PrepareServiceContract(records));
    }

    /** With the bundles to the left: contracts, projects, acceptances. */
    InstalledHouse withTheChain() {
        Database solution = databases.schema("solution");
        Database delivery = databases.schema("delivery");
        for (RecordDeclaration type : List.of(
                new PriceListRecord(solution),
                new QuoteRecord(solution),
                new ContractRecord(solution),
                new ContractLineRecord(solution),
                new ContractSiteRecord(solution),
                new ProjectRecord(delivery),
                new SiteAcceptanceRecord(delivery))) {
            types.addDeclaration(type);
        }
        return this;
    }

    /** With tickets, their verbs and clocks, and with what is done to a ticket in this bundle's other features. */
    InstalledHouse withTickets() {
        types.addDeclaration(new WorkCalendarRecord(databases.schema("calendar")));
        types.addDeclaration(new SlaRecord(database));
        types.addDeclaration(new SlaTargetRecord(database));
        types.addDeclaration(new TicketRecord(database));
        StoredCalendars calendars = new StoredCalendars(databases.schema("calendar"), new OpenGate());
        ReckonTickets reckon = new ReckonTickets(database, calendars, access, records, types, events);
        types.addValidator(new CheckSla(database));
        types.addValidator(new CheckSlaTarget(database));
        types.addValidator(new KeepTicket(access, records, types, reckon));
        TicketDesk desk = new TicketDesk(database, records, new StoredConversation(kit), events);
        for (Action action : List.of(
                new TakeTicket(desk),
                new RespondToCustomer(desk),
                new PauseTicket(desk),
                new RestoreService(desk),
                new ResolveTicket(desk),
                new CloseTicket(desk),
                new OpenTicketOnUnit(records, types),
                new OpenTicketOnSystem(records, types),
                new OpenTicketOnAccount(records, types),
                new WriteCase(records),
                new RateTicket(database, records, access))) {
            types.addAction(action);
        }
        return this;
    }

    SeedSlas slas() {
        return new SeedSlas(database, records, types, access);
    }

    /** The demo company, and the after-sales part of it, as the product makes them. */
    InstalledHouse withDemo() throws Exception {
        Database relationship = databases.schema("relationship");
        types.addDeclaration(new EmploymentRecord(relationship));
        types.addDeclaration(new TouchpointRecord(relationship));
        MergeRoleTemplates roles = new MergeRoleTemplates(core);
        for (RoleTemplate role : List.of(
                new AccountResponsibleRole(),
                new SolutionResponsibleRole(),
                new FulfilmentResponsibleRole(),
                new RegionManagerGrants(),
                new RegionManagerTickets(),
                new FieldEngineerGrants(),
                new FieldEngineerTickets(),
                new ServiceManagerTickets())) {
            roles.addTemplate(role);
        }
        new DemoCompany(records, new StoredConversation(kit), directory, access).make(system);
        new DemoAftersales(records, types, actions, directory, access, install(), slas(), Set.of()).make(system);
        return this;
    }

    InstallAcceptedSite install() {
        return new InstallAcceptedSite(database, records, types, access);
    }

    static Directory.User user(String login, String region, String... roles) {
        Set<String> regions = region.isEmpty() ? Set.of() : Set.of(region);
        return new Directory.User(null, login, login, null, "en", "UTC", null, regions, Set.of(roles), true);
    }

    Actor actor(String login) {
        return access.actor(directory.byLogin(login).orElseThrow().id());
    }

    Row create(String type, Object... fields) {
        return records.create(system, Draft.create(type, values(fields)));
    }

    Row account(String name) {
        return create("account", "name", name, "region", "africa", "kind", "company");
    }

    Row systemOf(Row account, String name) {
        return create("installed-system", "name", name, "account", account.id());
    }

    Row unit(Row system, String label, String serial) {
        return create(
                "unit",
                "label",
                label,
                "serial",
                serial,
                "system",
                system.id(),
                "account",
                java.util.Objects.requireNonNull(system.ref("account")));
    }

    Action.Done run(Actor actor, Row row, String action, Object... input) {
        return actions.run(actor, row.type().name(), action, List.of(row.id()), null, values(input));
    }

    List<Row> all(String type, String field, Object value) {
        return records.list(
                        system, Query.all(type).where(Filter.eq(field, value)).limit(500))
                .rows();
    }

    Row read(String type, UUID id) {
        return records.read(system, type, id);
    }

    static Map<String, Object> values(Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        return values;
    }

    private static Core.Values values() {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
    }

    private static final class Johannesburg implements Defaults {
        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Africa/Johannesburg");
        }

        @Override
        public Set<Locale> locales() {
            return Set.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
