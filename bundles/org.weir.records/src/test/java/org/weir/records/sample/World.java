package org.weir.records.sample;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
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
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.FakeClock;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** Real records of the sample types over a test database. */
public final class World {
    public final FakeClock clock = FakeClock.at("2026-11-20T09:00:00Z");
    public final EventRecorder events = new EventRecorder();
    public final Staff staff = new Staff();
    public final TypeRegistry types = new TypeRegistry(new OpenGate());
    public final Map<UUID, Set<UUID>> accountTeams = new HashMap<>();
    private final Map<Class<?>, RecordDeclaration> declared = new HashMap<>();
    public final Database database;
    public final RecordKit kit;
    public final Records records;
    public final UUID north = staff.team("North");
    public final UUID south = staff.team("South");
    public final UUID ann = staff.person("ann", "Ann");
    public final UUID bo = staff.person("bo", "Bo");
    public final Actor system;

    public World(TestDatabase databases) {
        database = databases.schema("sample");
        for (Class<? extends Record> type : List.<Class<? extends Record>>of(
                Company.class, Person.class, Employment.class, Visit.class, Receipt.class)) {
            RecordDeclaration declaration = declaration(type);
            declared.put(type, declaration);
            types.addDeclaration(declaration);
        }
        AccountsOfUser accounts = new AccountsOfUser(new OpenGate());
        accounts.add(user -> accountTeams.getOrDefault(user, Set.of()));
        kit = new RecordKit(
                databases.schema("records"), types, accounts, TestTexts.of("records"), events, staff, clock);
        records = new StoredRecords(kit);
        system = new Actor(
                Actor.SYSTEM,
                "weir",
                "Weir",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                Actor.NO_TEAM,
                Set.of(),
                Set.of(),
                Map.of("*", Set.of(Scope.ALL)));
    }

    public RecordDeclaration declared(Class<? extends Record> type) {
        RecordDeclaration declaration = declared.get(type);
        if (declaration == null) {
            throw new IllegalArgumentException(type.getName());
        }
        return declaration;
    }

    public RecordDeclaration declaration(Class<? extends Record> type) {
        return new RecordDeclaration() {
            @Override
            public Class<? extends Record> record() {
                return type;
            }

            @Override
            public Database database() {
                return database;
            }
        };
    }

    /** Somebody of the northern team who has all permissions in the scopes. */
    public Actor actor(UUID user, Scope... scopes) {
        return actor(user, Map.of("*", Set.of(scopes)));
    }

    public Actor actor(UUID user, Map<String, Set<Scope>> grants) {
        return new Actor(
                user,
                user.equals(ann) ? "ann" : "bo",
                user.equals(ann) ? "Ann" : "Bo",
                Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"),
                north,
                Set.of(north),
                Set.of("eu"),
                grants);
    }

    public Row company(String name, Object... more) {
        return create("company", name, more);
    }

    public Row person(String name, Object... more) {
        return create("person", name, more);
    }

    private Row create(String type, String name, Object... more) {
        Map<String, Object> values = map(more);
        values.put("name", name);
        return records.create(system, Draft.create(type, values));
    }

    public Row employment(Row person, Row company, Object... more) {
        Map<String, Object> values = map(more);
        values.put("person", person.id());
        values.put("company", company.id());
        return records.create(system, Draft.create("employment", values));
    }

    public Row visit(String subject, Row company, Object... more) {
        Map<String, Object> values = map(more);
        values.put("subject", subject);
        values.put("company", company.id());
        return records.create(system, Draft.create("visit", values));
    }

    private static Map<String, Object> map(Object... more) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }

    public Query query(String type, String filter) {
        return Query.all(type).where(new RsqlFilters().parse(filter));
    }

    public Query sorted(String type, String sort) {
        return new Query(type, null, "", new RsqlFilters().parseSort(types.get(type), sort), 50, null, null);
    }

    /** The names found, in order. */
    public List<String> names(Actor actor, Query query) {
        return records.list(actor, query).rows().stream()
                .map(it -> (String) it.values().getOrDefault(it.type().title().name(), ""))
                .toList();
    }

    public Set<String> found(String type, String filter) {
        return new HashSet<>(names(system, query(type, filter)));
    }
}
