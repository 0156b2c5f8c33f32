package org.weir.records.change;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Completion;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.History;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records.StaleException;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.records.api.Validator.Change;
import org.weir.records.api.Via;
import org.weir.records.change.Deed.Difference;
import org.weir.records.row.ReadRow;
import org.weir.records.row.Sql;
import org.weir.records.row.StatementFailed;
import org.weir.records.row.Statements;
import org.weir.records.row.WriteRow;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.Reach;
import org.weir.store.api.Database;

/** Creates, changes and deletes records: permission, checks, validators, the write, history and event, all or nothing. */
public final class ChangeRecords {
    private final Database database;
    private final TypeRegistry types;
    private final Reach reach;
    private final ReadValues reader;
    private final CheckValues checks;
    private final InitialValues initials;
    private final Guard guard;
    private final DrawNumber numbers;
    private final Ledger ledger;
    private final Clock clock;

    public ChangeRecords(
            Database database,
            TypeRegistry types,
            Reach reach,
            ReadValues reader,
            CheckValues checks,
            InitialValues initials,
            Ledger ledger,
            Clock clock) {
        this.database = database;
        this.types = types;
        this.reach = reach;
        this.reader = reader;
        this.checks = checks;
        this.initials = initials;
        this.guard = new Guard(types);
        this.numbers = new DrawNumber(database, clock);
        this.ledger = ledger;
        this.clock = clock;
    }

    public Row create(Actor actor, Draft draft) {
        return create(actor, draft, 1);
    }

    /** @param version at which the record starts; more than 1 when it is made again */
    public Row create(Actor actor, Draft draft, long version) {
        RecordType type = types.get(draft.type());
        require(actor, type, "create");
        Wrongs wrongs = new Wrongs();
        Map<String, @Nullable Object> raw = new LinkedHashMap<>(version == 1 ? initials.of(actor, type) : Map.of());
        raw.putAll(draft.values());
        Map<Field, @Nullable Object> given = reader.read(actor, type, raw, wrongs);
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        type.fields().forEach(it -> values.put(it, given.get(it)));
        if (version == 1) {
            complete(actor, type, values, wrongs);
        }
        checks.plain(DrawNumber.withoutMissing(values), wrongs);
        UUID id = draft.id() == null ? Ids.next() : draft.id();
        Instant now = now();
        return written(
                type,
                values,
                () -> database.write(handle -> {
                    if (draft.id() != null && there(handle, type, id)) {
                        throw ProblemException.conflict(Text.of("records.problem.id-taken"));
                    }
                    checks.references(handle, actor, values, wrongs);
                    checks.unique(handle, type, id, values, wrongs);
                    wrongs.refuse();
                    Map<String, Object> kept = present(numbers.drawn(handle, values));
                    Row asked = new Row(type, id, version, now, actor.user(), now, actor.user(), kept);
                    Row row = with(asked, derived(new Change(actor, null, asked)));
                    validate(type, new Change(actor, null, row));
                    new WriteRow(handle, type).insert(row);
                    Row stored = asStored(handle, row);
                    List<Difference> differences = new ArrayList<>();
                    stored.values()
                            .forEach((name, value) -> differences.add(new Difference(field(type, name), null, value)));
                    ledger.note(handle, List.of(deed(actor, History.Kind.CREATED, stored, differences, draft.batch())));
                    follow(type, new Change(actor, null, stored));
                    if (version == 1 && !reach.holds(actor, type, "create", stored)) {
                        throw new ProblemException(403, Text.of("records.problem.out-of-reach"), List.of());
                    }
                    return stored;
                }));
    }

    private void complete(Actor actor, RecordType type, Map<Field, @Nullable Object> values, Wrongs wrongs) {
        for (Completion completion : types.completions(type)) {
            Map<String, ?> more = completion.complete(actor, present(values));
            reader.read(actor, type, more, wrongs).forEach((field, value) -> {
                if (values.get(field) == null && !wrongs.at(field)) {
                    values.put(field, value);
                }
            });
        }
    }

    public Row update(Actor actor, Draft draft) {
        RecordType type = types.get(draft.type());
        UUID id = draft.id();
        if (id == null) {
            throw ProblemException.badRequest(Text.of("records.problem.no-id"));
        }
        Wrongs wrongs = new Wrongs();
        Map<Field, @Nullable Object> given = reader.read(actor, type, draft.values(), wrongs);
        return written(
                type,
                given,
                () -> database.write(handle -> {
                    Row before = reachable(handle, actor, type, id, "update");
                    if (draft.version() != null && draft.version() != before.version()) {
                        throw new StaleException(before);
                    }
                    return change(handle, actor, draft, before, given, wrongs);
                }));
    }

    private Row change(
            Handle handle, Actor actor, Draft draft, Row before, Map<Field, @Nullable Object> given, Wrongs wrongs) {
        RecordType type = before.type();
        Map<Field, @Nullable Object> changed = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>(before.values());
        List<Difference> differences = new ArrayList<>();
        given.forEach((field, value) -> {
            Object old = before.get(field.name());
            if (wrongs.at(field) || !WriteRow.same(old, value)) {
                changed.put(field, value);
                differences.add(new Difference(field, old, value));
                if (value == null) {
                    values.remove(field.name());
                } else {
                    values.put(field.name(), value);
                }
            }
        });
        checks.plain(changed, wrongs);
        checks.references(handle, actor, changed, wrongs);
        checks.unique(handle, type, before.id(), changed, wrongs);
        wrongs.refuse();
        if (changed.isEmpty()) {
            return before;
        }
        Row asked = next(actor, before, values);
        Map<Field, @Nullable Object> derived = derived(new Change(actor, before, asked));
        derived.forEach((field, value) -> {
            changed.put(field, value);
            differences.removeIf(it -> it.field().equals(field));
            if (!WriteRow.same(before.get(field.name()), value)) {
                differences.add(new Difference(field, before.get(field.name()), value));
            }
        });
        Row after = with(asked, derived);
        validate(type, new Change(actor, before, after));
        if (!new WriteRow(handle, type).update(after, before.version(), changed.keySet())) {
            throw stale(handle, List.of(before));
        }
        Row stored = asStored(handle, after);
        ledger.note(handle, List.of(deed(actor, History.Kind.CHANGED, stored, differences, draft.batch())));
        follow(type, new Change(actor, before, stored));
        return stored;
    }

    public void delete(Actor actor, String typeName, UUID id, @Nullable Long version, @Nullable UUID batch) {
        RecordType type = types.get(typeName);
        written(
                type,
                Map.of(),
                () -> database.write(handle -> {
                    Row before = reachable(handle, actor, type, id, "delete");
                    if (version != null && version != before.version()) {
                        throw new StaleException(before);
                    }
                    guard.unreferenced(handle, type, id);
                    deleted(handle, actor, type, List.of(before), batch);
                    return before;
                }));
    }

    /**
     * Deletes those of the records that nothing refers to, all or none.
     *
     * @param rows as the actor has just read them
     * @return the ids of those deleted
     * @throws StaleException when one of them has been changed meanwhile
     */
    public Set<UUID> deleteUnreferenced(Actor actor, String typeName, List<Row> rows, @Nullable UUID batch) {
        RecordType type = types.get(typeName);
        require(actor, type, "delete");
        return written(
                type,
                Map.of(),
                () -> database.write(handle -> {
                    List<UUID> ids = rows.stream().map(Row::id).toList();
                    Set<UUID> kept = guard.referenced(handle, type, ids);
                    List<Row> going = rows.stream()
                            .filter(it -> !kept.contains(it.id()) && reach.holds(actor, type, "delete", it))
                            .toList();
                    deleted(handle, actor, type, going, batch);
                    return going.stream().map(Row::id).collect(Collectors.toSet());
                }));
    }

    private void deleted(Handle handle, Actor actor, RecordType type, List<Row> rows, @Nullable UUID batch) {
        rows.forEach(it -> validate(type, new Change(actor, it, null)));
        if (!new WriteRow(handle, type).delete(rows)) {
            throw stale(handle, rows);
        }
        List<Deed> deeds = new ArrayList<>();
        for (Row before : rows) {
            List<Difference> differences = new ArrayList<>();
            before.values().forEach((name, value) -> differences.add(new Difference(field(type, name), value, null)));
            Row gone = next(actor, before, before.values());
            deeds.add(deed(actor, History.Kind.DELETED, gone, differences, batch));
        }
        ledger.note(handle, deeds);
        rows.forEach(it -> follow(type, new Change(actor, it, null)));
    }

    /** The row as the actor leaves it. */
    private Row next(Actor actor, Row before, Map<String, Object> values) {
        return new Row(
                before.type(),
                before.id(),
                before.version() + 1,
                before.createdAt(),
                before.createdBy(),
                now(),
                actor.user(),
                values);
    }

    private Row reachable(Handle handle, Actor actor, RecordType type, UUID id, String operation) {
        require(actor, type, "read");
        Row row = new ReadRow(type).one(handle, id, reach.read(actor, type, "t"));
        if (row == null) {
            throw ProblemException.notFound();
        }
        require(actor, type, operation);
        if (!reach.holds(actor, type, operation, row)) {
            throw ProblemException.forbidden(type.permission(operation));
        }
        return row;
    }

    private static void require(Actor actor, RecordType type, String operation) {
        if (!actor.may(type.permission(operation))) {
            throw ProblemException.forbidden(type.permission(operation));
        }
    }

    /** One of the rows is no longer what it was. */
    private static RuntimeException stale(Handle handle, List<Row> rows) {
        for (Row before : rows) {
            Row stored = new ReadRow(before.type()).one(handle, before.id(), Sql.yes());
            if (stored != null && stored.version() != before.version()) {
                return new StaleException(stored);
            }
        }
        return ProblemException.notFound();
    }

    /** What the validators derive, as far as it is another value than the one asked for. */
    private Map<Field, @Nullable Object> derived(Change change) {
        Row asked = Objects.requireNonNull(change.after());
        Map<Field, @Nullable Object> derived = new LinkedHashMap<>();
        for (Validator validator : types.validators(asked.type())) {
            validator.derive(change).forEach((name, value) -> {
                if (!WriteRow.same(asked.get(name), value)) {
                    derived.put(field(asked.type(), name), value);
                }
            });
        }
        return derived;
    }

    private static Row with(Row row, Map<Field, ? extends @Nullable Object> more) {
        if (more.isEmpty()) {
            return row;
        }
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        more.forEach((field, value) -> {
            if (value == null) {
                values.remove(field.name());
            } else {
                values.put(field.name(), value);
            }
        });
        return new Row(
                row.type(),
                row.id(),
                row.version(),
                row.createdAt(),
                row.createdBy(),
                row.updatedAt(),
                row.updatedBy(),
                values);
    }

    private void follow(RecordType type, Change change) {
        for (Validator validator : types.validators(type)) {
            validator.follow(change);
        }
    }

    private void validate(RecordType type, Change change) {
        Wrongs wrongs = new Wrongs();
        for (Validator validator : types.validators(type)) {
            validator.check(change, wrongs::add);
        }
        wrongs.refuse();
    }

    private static boolean there(Handle handle, RecordType type, UUID id) {
        return Statements.any(handle, Sql.of("select 1 from " + type.table() + " t where t.id = ?", id));
    }

    private static Deed deed(
            Actor actor, History.Kind kind, Row row, List<Difference> differences, @Nullable UUID batch) {
        String via = Via.now().isEmpty() && batch != null ? "import" : Via.now();
        return new Deed(actor, kind, row, differences, via, batch);
    }

    /** Columns of numbers may keep fewer decimals than were given. */
    private static Row asStored(Handle handle, Row row) {
        boolean exact = row.type().fields().stream()
                .noneMatch(it -> (it.kind() == Kind.DECIMAL || it.kind() == Kind.MONEY) && row.get(it.name()) != null);
        if (exact) {
            return hidden(row);
        }
        Row stored = new ReadRow(row.type()).one(handle, row.id(), Sql.yes());
        return stored == null ? hidden(row) : stored;
    }

    private static Row hidden(Row row) {
        Map<Field, Object> secrets = new LinkedHashMap<>();
        row.type().fields().stream()
                .filter(it -> it.secret() && row.get(it.name()) != null)
                .forEach(it -> secrets.put(it, Field.HIDDEN));
        return with(row, secrets);
    }

    /** What the database refuses is said like what we refuse. */
    private <T> T written(RecordType type, Map<Field, ? extends @Nullable Object> values, Supplier<T> write) {
        try {
            return write.get();
        } catch (StatementFailed e) {
            throw Refusal.of(type, values, e);
        } finally {
            reach.changed();
        }
    }

    private static Field field(RecordType type, String name) {
        Field field = type.field(name);
        if (field == null) {
            throw new IllegalArgumentException(name);
        }
        return field;
    }

    private static Map<String, Object> present(Map<Field, @Nullable Object> values) {
        Map<String, Object> present = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (value != null) {
                present.put(field.name(), value);
            }
        });
        return present;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
