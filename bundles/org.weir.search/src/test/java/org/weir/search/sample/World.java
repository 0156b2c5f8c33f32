package org.weir.search.sample;

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
import java.util.concurrent.CopyOnWriteArrayList;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Scope;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.base.api.Ids;
import org.weir.events.api.EventStream;
import org.weir.events.delivery.Patience;
import org.weir.events.embed.Events;
import org.weir.records.api.Conversation;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.search.api.Search;
import org.weir.search.api.SearchDocuments;
import org.weir.search.feed.Feed;
import org.weir.search.find.FindDocuments;
import org.weir.search.kind.Kinds;
import org.weir.store.api.Database;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** Real records with the real event log over a test database, and search nodes beside them. */
public final class World implements AutoCloseable {
    public final UUID north;
    public final UUID south;
    public final Actor system = actor(Actor.SYSTEM, Scope.ALL, Actor.NO_TEAM);
    public final Actor ann;
    public final Database database;
    public final TypeRegistry types = new TypeRegistry(new OpenGate());
    public final List<SearchDocuments> documents = new CopyOnWriteArrayList<>();
    public final Events events;
    public final Records records;
    public final RecordDeclaration offers = declaration(Offer.class);
    public final Conversation conversation;
    private final RecordKit kit;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    public World(TestDatabase databases) {
        database = databases.schema("sample");
        Directory directory = directory(databases);
        north = directory.saveTeam(system, null, "North", null);
        south = directory.saveTeam(system, null, "South", null);
        ann = actor(Ids.next(), Scope.TEAM, north);
        types.addDeclaration(declaration(Company.class));
        types.addDeclaration(offers);
        events = new Events(
                        databases.schema("events"),
                        new OpenGate(),
                        Clock.systemUTC(),
                        new Events.Settings(Patience.USUAL, Duration.ofMillis(50), Duration.ZERO))
                .start();
        AccountsOfUser accounts = new AccountsOfUser(new OpenGate());
        kit = new RecordKit(
                databases.schema("records"),
                types,
                accounts,
                TestTexts.of("records"),
                events.log(),
                directory,
                Clock.systemUTC());
        records = new StoredRecords(kit);
        conversation = new StoredConversation(kit);
    }

    /** A node of the suite, as far as search goes. */
    public record Node(Feed feed, Search search, EventStream.Subscription subscription) implements AutoCloseable {
        @Override
        public void close() {
            subscription.close();
            feed.close();
        }
    }

    public Node node(Path folder) {
        Kinds kinds = new Kinds(types, records, kit.formats(), system, () -> documents);
        Feed feed = new Feed(folder, events.reader(), kinds, new OpenGate(), () -> true).start();
        Node node = new Node(
                feed,
                new FindDocuments(feed, kinds, Duration.ofSeconds(20)),
                events.reader().listen(feed::wake));
        nodes.add(node);
        return node;
    }

    public Row company(String name, Object... more) {
        Map<String, Object> values = map(more);
        values.put("name", name);
        return records.create(system, Draft.create("company", values));
    }

    public Row offer(Row company, Object... more) {
        Map<String, Object> values = map(more);
        values.put("company", company.id());
        return records.create(system, Draft.create("offer", values));
    }

    private static Map<String, Object> map(Object... more) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }

    private RecordDeclaration declaration(Class<? extends Record> type) {
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

    private static Actor actor(UUID user, Scope scope, UUID team) {
        return new Actor(
                user,
                "somebody",
                "Somebody",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                team,
                scope == Scope.ALL ? Set.of() : Set.of(team),
                Set.of(),
                Map.of("*", Set.of(scope)));
    }

    private static Directory directory(TestDatabase databases) {
        Core.Values values = new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
        return new DirectoryService(
                new Core(databases.schema("access"), Clock.systemUTC(), new English(), values), new OpenGate());
    }

    private static final class English implements Defaults {
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
            return Set.of(Locale.ENGLISH);
        }
    }

    @Override
    public void close() {
        for (Node node : nodes) {
            node.close();
        }
        events.close();
    }
}
