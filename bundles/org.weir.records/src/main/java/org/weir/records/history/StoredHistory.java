package org.weir.records.history;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Formats;
import org.weir.records.api.History;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.api.Via;
import org.weir.records.format.Canonical;
import org.weir.records.kit.RecordKit;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;

/** History in the database. */
@Component(service = History.class)
public final class StoredHistory implements History {
    private static final int MOST = 200;
    private static final int LOOKED_AT = 500;

    private final RecordKit kit;
    private final ReadEntries entries;

    @Activate
    public StoredHistory(@Reference RecordKit kit) {
        this.kit = kit;
        this.entries = new ReadEntries();
    }

    @Override
    public List<Entry> of(Actor actor, String typeName, UUID id, @Nullable UUID before, int limit) {
        RecordType type = kit.types().get(typeName);
        return kit.database().read(handle -> {
            List<Entry> found = entries.of(handle, type, id, before, Math.max(1, Math.min(limit, MOST)));
            if (!visible(actor, type, id)) {
                throw ProblemException.notFound();
            }
            return found;
        });
    }

    @Override
    public List<Entry> of(Actor actor, Row row, @Nullable UUID before, int limit) {
        if (!kit.reach().sees(actor, row)) {
            throw ProblemException.notFound();
        }
        return kit.database()
                .read(handle -> entries.of(handle, row.type(), row.id(), before, Math.max(1, Math.min(limit, MOST))));
    }

    /** A deleted record is seen by whoever sees all of its type, and by whoever deleted it. */
    private boolean visible(Actor actor, RecordType type, UUID id) {
        return kit.database().read(handle -> {
            if (kit.reach().sees(handle, actor, type, id)) {
                return true;
            }
            List<Entry> last = entries.of(handle, type, id, null, 1);
            return !last.isEmpty()
                    && last.get(0).kind() == Kind.DELETED
                    && (actor.scopes(type.permission("read")).contains(Scope.ALL)
                            || actor.user().equals(last.get(0).by()));
        });
    }

    @Override
    public Row restore(Actor actor, String typeName, UUID id, UUID entryId) {
        RecordType type = kit.types().get(typeName);
        if (!visible(actor, type, id)) {
            throw ProblemException.notFound();
        }
        Entry entry = kit.database()
                .read(handle -> Optional.ofNullable(entries.one(handle, type, id, entryId)))
                .orElseThrow(ProblemException::notFound);
        return Via.during("restore", () -> switch (entry.kind()) {
            case CREATED -> throw ProblemException.conflict(Text.of("records.problem.restore-created"));
            case CHANGED -> kit.changes().update(actor, new Draft(typeName, id, null, settable(type, entry), null));
            case DELETED -> again(actor, type, id, entry);
        });
    }

    private Row again(Actor actor, RecordType type, UUID id, Entry entry) {
        return kit.database().write(handle -> {
            Entry last = entries.of(handle, type, id, null, 1).get(0);
            if (last.kind() != Kind.DELETED) {
                throw ProblemException.conflict(Text.of("records.problem.restore-there"));
            }
            Draft draft = new Draft(type.name(), id, null, before(type, entry), null);
            return kit.changes().create(actor, draft, last.version() + 1);
        });
    }

    /** What people may set: a state that an action brought about is not turned back past the actions. */
    private Map<String, @Nullable Object> settable(RecordType type, Entry entry) {
        Map<String, @Nullable Object> values = before(type, entry);
        values.keySet().removeIf(name -> {
            Field field = type.field(name);
            return field != null && field.readOnly();
        });
        if (values.isEmpty()) {
            throw ProblemException.conflict(Text.of("records.problem.restore-read-only"));
        }
        return values;
    }

    /** Fields that are declared no longer are left out. */
    private Map<String, @Nullable Object> before(RecordType type, Entry entry) {
        Formats formats = kit.formats();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Diff diff : entry.diffs()) {
            Field field = type.field(diff.field());
            if (field != null) {
                values.put(
                        field.name(),
                        formats.parse(
                                        type,
                                        field,
                                        diff.before(),
                                        Canonical.locale(field, Locale.ENGLISH),
                                        ZoneOffset.UTC)
                                .value());
            }
        }
        return values;
    }

    @Override
    public List<Entry> followed(Actor actor, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        return kit.database().read(handle -> {
            Sql sql = Sql.of(
                    "select " + ReadEntries.COLUMNS
                            + " from records.history h join records.follower f on f.record = h.record where f.follower = ?"
                            + " and h.actor <> ? and h.happened_at >= f.since order by h.id desc limit ?",
                    actor.user(),
                    actor.user(),
                    LOOKED_AT);
            List<Entry> all = Statements.query(handle, sql, entries::read);
            Set<UUID> seen = seen(actor, all);
            return all.stream()
                    .filter(it -> seen.contains(it.record()))
                    .limit(most)
                    .toList();
        });
    }

    private Set<UUID> seen(Actor actor, List<Entry> all) {
        Map<String, Set<UUID>> byType = new HashMap<>();
        all.forEach(
                it -> byType.computeIfAbsent(it.type(), x -> new HashSet<>()).add(it.record()));
        Set<UUID> seen = new HashSet<>();
        byType.forEach((name, ids) -> kit.types().find(name).ifPresent(type -> seen.addAll(seen(actor, type, ids))));
        return seen;
    }

    private List<UUID> seen(Actor actor, RecordType type, Set<UUID> ids) {
        Sql sql = Sql.of("select t.id from " + type.table() + " t where ")
                .add(Sql.in("t.id", new ArrayList<>(ids)))
                .add(" and ")
                .add(kit.reach().read(actor, type, "t"));
        return kit.database().read(handle -> Statements.query(handle, sql, it -> it.getObject(1, UUID.class)));
    }
}
