package org.weir.rest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.weir.access.AccessService;
import org.weir.access.AuditService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.access.api.Scope;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.base.api.Texts;
import org.weir.events.api.ParkedEvents;
import org.weir.jobs.run.RunJobs;
import org.weir.log.api.BundleFailures;
import org.weir.records.action.RunActions;
import org.weir.records.api.Actions;
import org.weir.records.api.Conversation;
import org.weir.records.api.Exports;
import org.weir.records.api.History;
import org.weir.records.api.Imports;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.exporting.ExportTables;
import org.weir.records.history.StoredHistory;
import org.weir.records.importing.ImportTables;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.query.RsqlFilters;
import org.weir.records.timeline.StoredTimeline;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.rest.http.Allowance;
import org.weir.rest.http.Endpoint;
import org.weir.rest.http.Repetition;
import org.weir.rest.once.AnswerOnce;
import org.weir.rest.thing.CountAll;
import org.weir.rest.thing.Letters;
import org.weir.rest.thing.Rename;
import org.weir.rest.thing.Thing;
import org.weir.rest.thing.Tool;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** Weir's own engines over a test database, with two record types and three people: everything but OSGi. */
final class House {
    static final String[] SCHEMAS = {"access", "records", "jobs", "things", "rest"};
    static final String PASSWORD = "the river runs deep 7";

    final Texts texts = TestTexts.of("base", "access", "records", "import", "jobs", "rest", "things");
    final OpenGate gate = new OpenGate();
    final Access access;
    final Directory directory;
    final Audit audit;
    final TypeRegistry registry;
    final RecordTypes types;
    final RecordKit kit;
    final Records records;
    final RunJobs jobs;
    final Imports imports;
    final Exports exports;
    final Actions actions;
    final Resources resources = new Resources(gate);
    final Repetition repetition;
    final Map<String, Actor> actors = new HashMap<>();

    private record Declared(Class<? extends Record> record, Database database) implements RecordDeclaration {}

    private record English(Texts texts) implements Defaults {
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
            return texts.locales();
        }
    }

    House(TestDatabase databases, Path data) throws IOException {
        Core core = new Core(
                databases.schema("access"),
                Clock.systemUTC(),
                new English(texts),
                new Core.Values(
                        new Sessions.Lifetime(Duration.ofHours(1), Duration.ofHours(2)),
                        4,
                        new Gatehouse.Limits(3, 1_000, Duration.ofMinutes(10), Duration.ofMinutes(1)),
                        data));
        access = new AccessService(core);
        directory = new DirectoryService(core, gate);
        audit = new AuditService(core);
        registry = new TypeRegistry(gate);
        types = registry;
        Database things = databases.schema("things");
        registry.addDeclaration(new Declared(Thing.class, things));
        registry.addDeclaration(new Declared(Tool.class, things));
        kit = new RecordKit(
                databases.schema("records"),
                registry,
                new AccountsOfUser(gate),
                texts,
                new EventRecorder(),
                directory,
                Clock.systemUTC());
        records = new StoredRecords(kit);
        registry.addComputed(new Letters());
        registry.addAction(new Rename(records));
        registry.addAction(new CountAll(records));
        jobs = new RunJobs(databases.schema("jobs"), gate, Clock.systemUTC(), 2, Duration.ofMillis(50)).start();
        imports = new ImportTables(kit, records, jobs, access, audit);
        exports = new ExportTables(kit, records, jobs, access, audit);
        actions = new RunActions(kit, records);
        repetition = new AnswerOnce(databases.schema("rest"), Clock.systemUTC());
        people();
    }

    /** ada may everything, ben works with his own things, cid only signs in. */
    private void people() {
        Actor system = access.system();
        user("ada", "Ada", "administrator");
        Map<String, Set<Scope>> own = new HashMap<>();
        for (String operation : List.of("read", "create", "update", "delete", "import", "export", "rename", "count")) {
            own.put("thing:" + operation, EnumSet.of(Scope.OWN));
            own.put("tool:" + operation, EnumSet.of(Scope.OWN));
        }
        directory.saveRole(system, new Directory.Role("worker", "Worker", own));
        user("ben", "Ben", "worker");
        user("cid", "Cid", null);
    }

    void user(String login, String name, @Nullable String role) {
        UUID id = directory.save(
                access.system(),
                new Directory.User(
                        null,
                        login,
                        name,
                        null,
                        "en",
                        "UTC",
                        null,
                        Set.of(),
                        role == null ? Set.of() : Set.of(role),
                        true),
                PASSWORD);
        actors.put(login, access.actor(id));
    }

    Api api() {
        Conversation conversation = new StoredConversation(kit);
        History history = new StoredHistory(kit);
        return new Api(
                new Api.People(access, directory, audit),
                new Api.Kinds(
                        types,
                        records,
                        new RsqlFilters(),
                        actions,
                        history,
                        new StoredTimeline(kit, history, conversation),
                        conversation,
                        kit.database()),
                new Api.Work(imports, exports, jobs, new NothingParked()),
                new Api.Modules(() -> new Bundle[0], new NothingFailed()),
                resources);
    }

    Endpoint endpoint() {
        return endpoint(new Allowance(0, 1));
    }

    Endpoint endpoint(Allowance allowance) {
        return api().endpoint(gate, texts, Locale.ENGLISH, repetition, allowance);
    }

    private static final class NothingFailed implements BundleFailures {
        @Override
        public List<Failure> standing() {
            return List.of();
        }

        @Override
        public Map<String, Integer> leftThreads() {
            return Map.of();
        }
    }

    private static final class NothingParked implements ParkedEvents {
        @Override
        public List<Parked> newest(int limit) {
            return List.of();
        }

        @Override
        public long count() {
            return 0;
        }

        @Override
        public boolean retry(String consumer, UUID event) {
            return false;
        }

        @Override
        public boolean drop(String consumer, UUID event) {
            return false;
        }
    }

    void close() {
        jobs.close();
    }

    Actor actor(String login) {
        Actor actor = actors.get(login);
        if (actor == null) {
            throw new IllegalArgumentException(login);
        }
        return actor;
    }

    List<String> logins() {
        return new ArrayList<>(actors.keySet());
    }
}
