package org.weir.insight.chain;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.AccessService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.query.RsqlFilters;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** A small house with a chain of its own: wishes, offers, machines, repairs. */
public final class Workshop {
    @RecordSpec(name = "firm", schema = "chains", table = "firm")
    record Firm(
            @FieldSpec(title = true, required = true) String name,

            @FieldSpec(ref = "team", meaning = Meaning.TEAM) @Nullable
            UUID team) {}

    @RecordSpec(name = "wish", schema = "chains", table = "wish", section = "section.one", visibleThrough = "firm")
    record Wish(
            @FieldSpec(title = true, required = true) String name,

            @FieldSpec(ref = "firm", meaning = Meaning.ACCOUNT) @Nullable
            UUID firm,

            @FieldSpec(column = true) @Nullable Money worth) {}

    @RecordSpec(name = "offer", schema = "chains", table = "offer", section = "section.two", visibleThrough = "firm")
    record Offer(
            @FieldSpec(title = true, required = true) String name,

            @FieldSpec(number = "O") @Nullable String number,

            @FieldSpec(ref = "firm", meaning = Meaning.ACCOUNT) @Nullable
            UUID firm,

            @FieldSpec(ref = "wish", inverse = "offers") @Nullable
            UUID wish,

            @FieldSpec(ref = "offer") @Nullable UUID previous,

            @FieldSpec @Nullable LocalDate day,

            @FieldSpec @Nullable String state) {}

    @RecordSpec(name = "machine", schema = "chains", table = "machine", visibleThrough = "firm")
    record Machine(
            @FieldSpec(title = true, required = true) String name,

            @FieldSpec(ref = "firm", meaning = Meaning.ACCOUNT) @Nullable
            UUID firm,

            @FieldSpec(ref = "offer", inverse = "machines") @Nullable
            UUID offer) {}

    @RecordSpec(
            name = "repair",
            schema = "chains",
            table = "repair",
            section = "section.three",
            visibleThrough = "firm")
    record Repair(
            @FieldSpec(title = true, required = true) String name,

            @FieldSpec(ref = "firm", meaning = Meaning.ACCOUNT) @Nullable
            UUID firm,

            @FieldSpec(ref = "machine", inverse = "repairs") List<UUID> machines) {}

    /** A station that says what stands on its rows; one called broken fails. */
    record Stop(String type, int order) implements ChainStation {
        @Override
        public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
            Map<UUID, Facts> facts = new HashMap<>();
            for (Row row : rows) {
                if (String.valueOf(row.get("name")).contains("broken")) {
                    throw new IllegalStateException("the station is on fire");
                }
                boolean late = String.valueOf(row.get("name")).contains("late");
                facts.put(
                        row.id(),
                        new Facts(
                                (LocalDate) row.get("day"),
                                null,
                                (Money) row.get("worth"),
                                actor.user(),
                                Text.of("state"),
                                late ? "bad" : "good",
                                late ? Text.of("late") : null));
            }
            return facts;
        }
    }

    private record Declared(Class<? extends Record> record, Database database) implements RecordDeclaration {}

    public final TypeRegistry types = new TypeRegistry(new OpenGate());
    public final Stations stations = new Stations(new OpenGate(), types);
    public final Records records;
    public final Actor ann;
    private final UUID team;

    public Workshop(TestDatabase databases) {
        Core core = new Core(databases.schema("access"), Clock.systemUTC(), new Plain(), values());
        DirectoryService directory = new DirectoryService(core, new OpenGate());
        AccessService access = new AccessService(core);
        team = directory.saveTeam(access.system(), null, "Team", null);
        Database database = databases.schema("chains");
        for (Class<? extends Record> type :
                List.<Class<? extends Record>>of(Firm.class, Wish.class, Offer.class, Machine.class, Repair.class)) {
            types.addDeclaration(new Declared(type, database));
        }
        RecordKit kit = new RecordKit(
                databases.schema("records"),
                types,
                new AccountsOfUser(new OpenGate()),
                TestTexts.of("records"),
                new EventRecorder(),
                directory,
                Clock.systemUTC());
        records = new StoredRecords(kit);
        List.of(new Stop("wish", 100), new Stop("offer", 500), new Stop("machine", 900), new Stop("repair", 1100))
                .forEach(stations::add);
        ann = actor(Map.of("*", Set.of(Scope.ALL)));
    }

    public Actor actor(Map<String, Set<Scope>> grants) {
        return new Actor(
                new UUID(7, 7), "ann", "Ann", Locale.ENGLISH, ZoneOffset.UTC, team, Set.of(team), Set.of(), grants);
    }

    UUID team() {
        return team;
    }

    WalkChain walk() {
        return new WalkChain(stations, records, new RsqlFilters());
    }

    public Row make(String type, String name, Object... more) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("name", name));
        for (int i = 0; i < more.length; i += 2) {
            Object value = more[i + 1];
            values.put((String) more[i], value instanceof Row row ? row.id() : Objects.requireNonNull(value));
        }
        return records.create(ann, Draft.create(type, values));
    }

    private static Core.Values values() {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                4,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                Path.of("target"));
    }

    private static final class Plain implements Defaults {
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
            return Set.of(Locale.ENGLISH);
        }
    }
}
