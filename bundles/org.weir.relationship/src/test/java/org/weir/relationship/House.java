package org.weir.relationship;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.weir.access.MergeRoleTemplates;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.access.api.RoleTemplate;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.records.action.RunActions;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Draft;
import org.weir.records.api.Imports;
import org.weir.records.api.Query;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.importing.ImportTables;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.query.RsqlFilters;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.relationship.account.AccountRecord;
import org.weir.relationship.account.KeepGroupTree;
import org.weir.relationship.demo.DemoChain;
import org.weir.relationship.demo.DemoCompany;
import org.weir.relationship.employment.CheckPeriod;
import org.weir.relationship.employment.EmploymentRecord;
import org.weir.relationship.lead.CheckLead;
import org.weir.relationship.lead.DeclineLead;
import org.weir.relationship.lead.LeadRecord;
import org.weir.relationship.lead.QualifyLead;
import org.weir.relationship.need.AddNeedToAccount;
import org.weir.relationship.need.AddNeedToOpportunity;
import org.weir.relationship.need.AnswerNeed;
import org.weir.relationship.need.CheckNeed;
import org.weir.relationship.need.DeclineNeed;
import org.weir.relationship.need.NeedRecord;
import org.weir.relationship.offering.CodeOfProduct;
import org.weir.relationship.offering.CompetitorRecord;
import org.weir.relationship.offering.ProductRecord;
import org.weir.relationship.opportunity.AdvanceOpportunity;
import org.weir.relationship.opportunity.CheckOpportunity;
import org.weir.relationship.opportunity.CheckOpportunityPerson;
import org.weir.relationship.opportunity.LoseOpportunity;
import org.weir.relationship.opportunity.OpportunityPersonRecord;
import org.weir.relationship.opportunity.OpportunityRecord;
import org.weir.relationship.opportunity.TitleOfOpportunity;
import org.weir.relationship.opportunity.WinOpportunity;
import org.weir.relationship.person.PersonRecord;
import org.weir.relationship.role.AccountResponsibleRole;
import org.weir.relationship.role.FulfilmentResponsibleRole;
import org.weir.relationship.role.RegionManagerRole;
import org.weir.relationship.role.SolutionResponsibleRole;
import org.weir.relationship.seller.SellerRecord;
import org.weir.relationship.site.CheckSite;
import org.weir.relationship.site.SiteRecord;
import org.weir.relationship.team.AccountMemberRecord;
import org.weir.relationship.team.AccountTeamsOfUsers;
import org.weir.relationship.team.CheckTerms;
import org.weir.relationship.team.Triangle;
import org.weir.relationship.touchpoint.TouchpointRecord;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** Relationships on a test database, with the real record kit and the real access below them. */
public final class House {
    public final Database database;
    public final Access access;
    public final Directory directory;
    public final Records records;
    public final Actor system;
    public final Actions actions;
    public final Imports imports;
    private final RecordKit kit;

    public House(TestDatabase databases) {
        database = databases.schema("relationship");
        Core core = new Core(databases.schema("access"), Clock.systemUTC(), new Berlin(), values());
        access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        system = access.system();
        directory.save(system, user("root", "administrator"), "channel deep, weir low");
        MergeRoleTemplates roles = new MergeRoleTemplates(core);
        for (RoleTemplate role : List.of(
                new AccountResponsibleRole(),
                new SolutionResponsibleRole(),
                new FulfilmentResponsibleRole(),
                new RegionManagerRole())) {
            roles.addTemplate(role);
        }
        TypeRegistry types = new TypeRegistry(new OpenGate());
        for (RecordDeclaration type : List.of(
                new AccountRecord(database),
                new PersonRecord(database),
                new EmploymentRecord(database),
                new AccountMemberRecord(database),
                new TouchpointRecord(database),
                new SiteRecord(database),
                new ProductRecord(database),
                new CompetitorRecord(database),
                new SellerRecord(database),
                new LeadRecord(database),
                new OpportunityRecord(database),
                new OpportunityPersonRecord(database),
                new NeedRecord(database))) {
            types.addDeclaration(type);
        }
        types.addValidator(new KeepGroupTree(database));
        types.addValidator(new CheckTerms(database));
        types.addValidator(new CheckPeriod());
        types.addValidator(new CheckSite(database));
        types.addValidator(new CheckLead());
        types.addValidator(new CheckOpportunity());
        types.addValidator(new CheckOpportunityPerson());
        types.addValidator(new CheckNeed(database));
        types.addCompletion(new CodeOfProduct());
        types.addCompletion(new TitleOfOpportunity(database));
        types.addComputed(new Triangle(database, directory));
        AccountsOfUser accounts = new AccountsOfUser(new OpenGate());
        accounts.add(new AccountTeamsOfUsers(database));
        kit = new RecordKit(
                databases.schema("records"),
                types,
                accounts,
                TestTexts.of("records", "import", "relationship", "relationship-chain"),
                new EventRecorder(),
                directory,
                Clock.systemUTC());
        records = new StoredRecords(kit);
        actions = new RunActions(kit, records);
        try {
            imports = new ImportTables(kit, records, new JobsAtOnce(), access, new Silent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Action action : List.of(
                new QualifyLead(database, records),
                new DeclineLead(records),
                new AdvanceOpportunity(records),
                new WinOpportunity(records),
                new LoseOpportunity(records),
                new AddNeedToAccount(records),
                new AddNeedToOpportunity(records),
                new AnswerNeed(records),
                new DeclineNeed(records))) {
            types.addAction(action);
        }
    }

    /** Runs a use case on one record. */
    public Action.Done run(Actor actor, Row row, String action, Map<String, ?> input) {
        return actions.run(actor, row.type().name(), action, List.of(row.id()), null, input);
    }

    public Row create(String type, Map<String, ?> values) {
        return records.create(system, Draft.create(type, values));
    }

    public Row read(Row row) {
        return records.read(system, row.type().name(), row.id());
    }

    /** The demo company, made as the product makes it. */
    public House withDemo() {
        new DemoCompany(records, new StoredConversation(kit), directory, access).make(system);
        new DemoChain(records, directory, access, database).make(system);
        return this;
    }

    private static Directory.User user(String login, String... roles) {
        return new Directory.User(null, login, login, null, "en", "UTC", null, Set.of(), Set.of(roles), true);
    }

    /** Somebody who may nothing yet. */
    public UUID user(String login) {
        return directory.save(system, user(login, new String[0]), null);
    }

    public Actor actor(String login) {
        return access.actor(directory.byLogin(login).orElseThrow().id());
    }

    public Row account(String name, Object... more) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return records.create(system, Draft.create("account", values));
    }

    public Row member(Row account, UUID member, String part, LocalDate since, @Nullable LocalDate until) {
        Map<String, Object> values =
                new HashMap<>(Map.of("account", account.id(), "member", member, "part", part, "since", since));
        if (until != null) {
            values.put("until", until);
        }
        return records.create(system, Draft.create("account-member", values));
    }

    public Query query(String type, String filter) {
        return Query.all(type).where(new RsqlFilters().parse(filter)).limit(500);
    }

    private static Core.Values values() {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
    }

    /** Notes nothing. */
    private static final class Silent implements Audit {
        @Override
        public void note(@Nullable Actor actor, String action, String detail, String address) {}

        @Override
        public Verdict verify() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Berlin implements Defaults {
        @Override
        public Locale locale() {
            return Locale.GERMANY;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Berlin");
        }

        @Override
        public Set<Locale> locales() {
            return Set.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
