package org.weir.solution.quote;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.weir.access.AccessService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.relationship.account.AccountRecord;
import org.weir.relationship.person.PersonRecord;
import org.weir.relationship.team.AccountMemberRecord;
import org.weir.relationship.team.AccountTeamsOfUsers;
import org.weir.solution.approval.ApprovalRecord;
import org.weir.solution.configuration.ConfigurationRecord;
import org.weir.solution.contract.ContractLineRecord;
import org.weir.solution.contract.ContractRecord;
import org.weir.solution.contract.ContractSiteRecord;
import org.weir.solution.model.ProductModelRecord;
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
