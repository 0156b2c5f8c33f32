package org.weir.solution.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.weir.relationship.need.NeedRecord;
import org.weir.relationship.opportunity.OpportunityRecord;
import org.weir.relationship.person.PersonRecord;
import org.weir.relationship.site.SiteRecord;
import org.weir.relationship.team.AccountMemberRecord;
import org.weir.solution.model.CompiledModels;
import org.weir.solution.model.LoadModel;
import org.weir.solution.model.ProductModelRecord;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** A configuration of the demonstration model on a test database. */
final class ConfigurationHouse {
    final Database database;
    final Directory directory;
    final TypeRegistry types;
    final Records records;
    final Actor system;
    final CompiledModels models;
    final LoadModel load;
    final Configure configure;
    final AnswerNeeds needs;
    final BillsOfMaterials bills;

    ConfigurationHouse(TestDatabase databases) {
        database = databases.schema("solution");
        Database relationship = databases.schema("relationship");
        Core core = new Core(databases.schema("access"), Clock.systemUTC(), new Berlin(), values());
        Access access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        system = access.system();
        types = new TypeRegistry(new OpenGate());
        for (RecordDeclaration type : List.of(
                new AccountRecord(relationship),
                new PersonRecord(relationship),
                new AccountMemberRecord(relationship),
                new OpportunityRecord(relationship),
                new NeedRecord(relationship),
                new SiteRecord(relationship),
                new ProductModelRecord(database),
                new ConfigurationRecord(database),
                new NeedAnswerRecord(database))) {
            types.addDeclaration(type);
        }
        RecordKit kit = new RecordKit(
                databases.schema("records"),
                types,
                new AccountsOfUser(new OpenGate()),
                TestTexts.of("records", "relationship", "solution-configurator"),
                new EventRecorder(),
                directory,
                Clock.systemUTC());
        records = new StoredRecords(kit);
        models = new CompiledModels(database);
        types.addValidator(new CheckConfiguration(database));
        types.addValidator(new CheckNeedAnswer(database, models));
        load = new LoadModel(database, records);
        configure = new Configure(database, records, access, models);
        needs = new AnswerNeeds(records, types);
        bills = new ReadBillOfMaterials(database, models);
    }

    /** A draft for an account of its own. */
    Row configuration() {
        Row model = load.create(system, "Site energy and radio", "1", "USD", demonstration());
        Row account = records.create(system, Draft.create("account", Map.of("name", "Meridian", "kind", "company")));
        return records.create(
                system,
                Draft.create(
                        "configuration",
                        Map.of(
                                "title",
                                "Network energy",
                                "account",
                                account.id(),
                                "model",
                                model.id(),
                                "state",
                                "draft")));
    }

    Row need(Row configuration, String title) {
        return records.create(
                system,
                Draft.create(
                        "need",
                        Map.of(
                                "title",
                                title,
                                "account",
                                Objects.requireNonNull(configuration.ref("account")),
                                "priority",
                                "must",
                                "state",
                                "open",
                                "voiced",
                                LocalDate.of(2026, 3, 1),
                                "reliability",
                                "likely")));
    }

    Bench open(Row configuration) {
        return configure.open(system, configuration.id());
    }

    static String demonstration() {
        try (InputStream in = ConfigurationHouse.class.getResourceAsStream("/models/site-energy-and-radio.uvl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
