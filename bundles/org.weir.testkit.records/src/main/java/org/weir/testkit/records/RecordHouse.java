package org.weir.testkit.records;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.access.AccessService;
import org.weir.access.AuditService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.MergeRoleTemplates;
import org.weir.access.api.Access;
import org.weir.access.api.AccountTeams;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.access.api.RoleTemplate;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.base.api.Gate;
import org.weir.base.api.Texts;
import org.weir.events.api.EventLog;
import org.weir.jobs.api.Jobs;
import org.weir.records.action.RunActions;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Completion;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/**
 * A small suite for a test, without OSGi: the real record kit and the real access over a test database, with every record
 * type, validator, action and so on that the bundles on the class path bring. The test asks for the schemas {@code access},
 * {@code records}, those of the types it uses, and its own:
 *
 * <pre>{@code
 * @Schemas({"access", "records", "relationship", "example"})
 * final class SurveyStoreTest {
 *     @OnEachDatabase
 *     void a_survey_is_found_again(TestDatabase databases) {
 *         RecordHouse house = new RecordHouse(databases);
 *         Row account = house.create("account", Map.of("name", "Atlas"));
 * }</pre>
 */
public final class RecordHouse {
    private final Components components;
    private final EventRecorder events = new EventRecorder();
    private final JobRecorder jobs = new JobRecorder();
    private final Access access;
    private final Directory directory;
    private final Records records;
    private final Actions actions;
    private final Texts texts = TestTexts.all();
    private final TypeRegistry types = new TypeRegistry(new OpenGate());

    public RecordHouse(TestDatabase databases) {
        this(databases, Clock.systemUTC());
    }

    public RecordHouse(TestDatabase databases, Clock clock) {
        components = new Components(databases);
        Core core = new Core(databases.schema("access"), clock, new Utc(), values());
        access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        directory.save(access.system(), account("root", Set.of("administrator")), "channel deep, weir low");
        Database schema = databases.schema("records");
        AccountsOfUser accounts = new AccountsOfUser(new OpenGate());
        RecordKit kit = new RecordKit(schema, types, accounts, texts, events, directory, clock);
        records = new StoredRecords(kit);
        actions = new RunActions(kit, records);
        components.give(Access.class, access);
        components.give(Directory.class, directory);
        components.give(Audit.class, new AuditService(core));
        components.give(Texts.class, texts);
        components.give(Seal.class, Seal.ofRandomKey());
        components.give(EventLog.class, events);
        components.give(Jobs.class, jobs);
        components.give(Gate.class, new OpenGate());
        components.give(RecordTypes.class, types);
        components.give(TypeRegistry.class, types);
        components.give(RecordKit.class, kit);
        components.give(Records.class, records);
        components.give(Actions.class, actions);
        components.all(RecordDeclaration.class).forEach(types::addDeclaration);
        components.all(Validator.class).forEach(types::addValidator);
        components.all(Completion.class).forEach(types::addCompletion);
        components.all(ComputedField.class).forEach(types::addComputed);
        components.all(Action.class).forEach(types::addAction);
        components.all(AccountTeams.class).forEach(accounts::add);
        MergeRoleTemplates roles = new MergeRoleTemplates(core);
        components.all(RoleTemplate.class).forEach(roles::addTemplate);
    }

    public Records records() {
        return records;
    }

    public Directory directory() {
        return directory;
    }

    public Texts texts() {
        return texts;
    }

    /** What was written to the event log. */
    public EventRecorder events() {
        return events;
    }

    /** What was to be done in the background. */
    public JobRecorder jobs() {
        return jobs;
    }

    /** The system itself, which may do everything. */
    public Actor system() {
        return access.system();
    }

    /** The component of the class path that provides the service, or that is of this class. */
    public <T> T service(Class<T> service) {
        return components.one(service);
    }

    /** Makes a user with these roles. */
    public Actor user(String login, String... roles) {
        return access.actor(directory.save(system(), account(login, Set.of(roles)), null));
    }

    public Row create(String type, Map<String, ?> values) {
        return records.create(system(), Draft.create(type, values));
    }

    /** The record as it is now. */
    public Row read(Row row) {
        return records.read(system(), row.type().name(), row.id());
    }

    /** Runs an action on one record, every check made as for a button or a call of the API. */
    public Action.Done run(Actor actor, Row row, String action, Map<String, ?> input) {
        return actions.run(actor, row.type().name(), action, List.of(row.id()), null, input);
    }

    Components components() {
        return components;
    }

    private static Directory.User account(String login, Set<String> roles) {
        return new Directory.User((UUID) null, login, login, null, "en", "UTC", null, Set.of(), roles, true);
    }

    private static Core.Values values() {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
    }

    private static final class Utc implements Defaults {
        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Set<Locale> locales() {
            return Set.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
