package org.weir.solution.quote;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.weir.access.AccessService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.records.action.RunActions;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.relationship.account.AccountRecord;
import org.weir.relationship.need.AnswerNeed;
import org.weir.relationship.need.NeedRecord;
import org.weir.relationship.opportunity.OpportunityRecord;
import org.weir.relationship.person.PersonRecord;
import org.weir.relationship.site.SiteRecord;
import org.weir.relationship.team.AccountMemberRecord;
import org.weir.relationship.team.AccountTeamsOfUsers;
import org.weir.solution.approval.ApprovalRecord;
import org.weir.solution.approval.CheckApproval;
import org.weir.solution.configuration.AnswerNeeds;
import org.weir.solution.configuration.BillOfMaterials;
import org.weir.solution.configuration.ConfigurationRecord;
import org.weir.solution.configuration.Configure;
import org.weir.solution.configuration.NeedAnswerRecord;
import org.weir.solution.contract.AnswerNeedsOnContract;
import org.weir.solution.contract.CheckContract;
import org.weir.solution.contract.CheckContractLine;
import org.weir.solution.contract.CheckContractSite;
import org.weir.solution.contract.ContractLineRecord;
import org.weir.solution.contract.ContractRecord;
import org.weir.solution.contract.ContractSiteRecord;
import org.weir.solution.model.CompiledModels;
import org.weir.solution.model.LoadModel;
import org.weir.solution.model.ProductModelRecord;
import org.weir.solution.price.CheckExchangeRate;
import org.weir.solution.price.CheckPrice;
import org.weir.solution.price.CheckPriceList;
import org.weir.solution.price.ExchangeRateRecord;
import org.weir.solution.price.PriceListRecord;
import org.weir.solution.price.PriceRecord;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** Quotes on a test database, with the real record kit and the real access below them. */
public final class House {
    public final Database database;
    public final Access access;
    public final Directory directory;
    public final Records records;
    public final Actor system;
    public final Actions actions;
    public final LoadModel load;
    public final Configure configure;
    public final AnswerNeeds needs;
    public final AnswerNeedsOnContract signed;
    public final Map<UUID, BillOfMaterials> bills = new HashMap<>();
    public final EventRecorder events = new EventRecorder();

    public House(TestDatabase databases) {
        database = databases.schema("solution");
        Database relationship = databases.schema("relationship");
        Core core = new Core(databases.schema("access"), Clock.systemUTC(), new Berlin(), values());
        access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        system = access.system();
        directory.save(system, user("root", "administrator"), "channel deep, weir low");
        TypeRegistry types = new TypeRegistry(new OpenGate());
        for (RecordDeclaration type : List.of(
                new AccountRecord(relationship),
                new PersonRecord(relationship),
                new AccountMemberRecord(relationship),
                new ProductModelRecord(database),
                new ConfigurationRecord(database),
                new PriceListRecord(database),
                new PriceRecord(database),
                new ExchangeRateRecord(database),
                new QuoteRecord(database),
                new QuoteLineRecord(database),
                new ApprovalRecord(database),
                new ContractRecord(database),
                new ContractLineRecord(database),
                new ContractSiteRecord(database))) {
            types.addDeclaration(type);
        }
        types.addDeclaration(new OpportunityRecord(relationship));
        types.addDeclaration(new NeedRecord(relationship));
        types.addDeclaration(new NeedAnswerRecord(database));
        types.addDeclaration(new SiteRecord(relationship));
        AccountsOfUser accounts = new AccountsOfUser(new OpenGate());
        accounts.add(new AccountTeamsOfUsers(relationship));
        RecordKit kit = new RecordKit(
                databases.schema("records"),
                types,
                accounts,
                TestTexts.of("records", "relationship", "solution-quote", "solution-configurator"),
                events,
                directory,
                Clock.systemUTC());
        records = new StoredRecords(kit);
        actions = new RunActions(kit, records);
        List.of(
                        new CheckPriceList(),
                        new CheckPrice(),
                        new CheckExchangeRate(),
                        new CheckQuote(database, records, access),
                        new CheckQuoteLine(database, records, access),
                        new CheckApproval(),
                        new CheckContract(records, access),
                        new CheckContractLine(),
                        new CheckContractSite(records, access, types))
                .forEach(types::addValidator);
        CompiledModels models = new CompiledModels(database);
        load = new LoadModel(database, records);
        configure = new Configure(database, records, access, models);
        needs = new AnswerNeeds(records, types);
        signed = new AnswerNeedsOnContract(records, types, actions, access, configure, needs);
        types.addAction(new AnswerNeed(records));
        List.of(
                        new MakeQuote(database, records, access, id -> Objects.requireNonNull(bills.get(id))),
                        new RequestApproval(database, records, access),
                        new Approve(database, records, access),
                        new Refuse(database, records, access),
                        new Send(records, access),
                        new Decline(records, access),
                        new NewVersion(database, records, access),
                        new Copy(database, records, access),
                        new SetCost(database, records, access),
                        new Accept(
                                database, records, access, types, events, id -> Objects.requireNonNull(bills.get(id))))
                .forEach(types::addAction);
    }

    private static Directory.User user(String login, String... roles) {
        return new Directory.User(null, login, login, null, "en", "UTC", null, Set.of(), Set.of(roles), true);
    }

    public Row create(String type, Object... values) {
        return records.create(system, Draft.create(type, map(values)));
    }

    public static Map<String, Object> map(Object... values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return map;
    }

    /** Runs an action as the product does, with every check; the record as it is then. */
    public Row act(Actor actor, String type, Row row, String action, Object... input) {
        Action.Done done = actions.run(actor, type, action, List.of(row.id()), null, map(input));
        return done.openId() == null
                ? records.read(system, type, row.id())
                : records.read(system, Objects.requireNonNull(done.openType()), done.openId());
    }

    /** Somebody with this role. */
    public Actor person(String login, String role) {
        return access.actor(directory.save(system, user(login, role), null));
    }

    private static Core.Values values() {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
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
