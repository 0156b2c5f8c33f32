package org.weir.records.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Row;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.visibility.Moment;
import org.weir.records.visibility.Reach;

/**
 * What records, users and teams are called. What an actor may not see has no title for him or her. Lists ask for the same
 * titles again and again, so answers are kept for a moment.
 */
public final class Titles {
    private static final int PIECE = 500;
    private static final int DEEPEST = 3;

    private final RecordTypes types;
    private final Reach reach;
    private final Directory directory;
    private final Moment<ConcurrentMap<Asked, ConcurrentMap<UUID, Optional<String>>>> known;

    public Titles(RecordTypes types, Reach reach, Directory directory) {
        this.types = types;
        this.reach = reach;
        this.directory = directory;
        this.known = reach.moment(ConcurrentHashMap::new);
    }

    /** Who asks for titles of which type. */
    private record Asked(@Nullable Actor actor, RecordType type) {
        @Override
        public int hashCode() {
            return 31 * type.hashCode() + (actor == null ? 0 : actor.user().hashCode());
        }
    }

    /** @param actor null for everybody's records */
    public Map<UUID, String> of(Handle handle, @Nullable Actor actor, String type, Collection<UUID> ids) {
        return of(handle, actor, type, new HashSet<>(ids), 0);
    }

    private Map<UUID, String> of(Handle handle, @Nullable Actor actor, String type, Set<UUID> ids, int depth) {
        Map<UUID, String> titles = new HashMap<>();
        if (ids.isEmpty()) {
            return titles;
        }
        if (type.equals("user")) {
            directory.people(ids).forEach((id, it) -> titles.put(id, it.name()));
            if (ids.contains(Actor.SYSTEM)) {
                titles.putIfAbsent(Actor.SYSTEM, "Weir");
            }
            return titles;
        }
        if (type.equals("team")) {
            directory.teams(ids).forEach((id, it) -> titles.put(id, it.name()));
            return titles;
        }
        RecordType declared = types.find(type).orElse(null);
        if (declared != null && depth < DEEPEST) {
            if (depth > 0 || handle.isInTransaction()) {
                read(handle, actor, declared, ids, depth, titles);
            } else {
                remembered(handle, actor, declared, ids, titles);
            }
        }
        return titles;
    }

    private void remembered(
            Handle handle, @Nullable Actor actor, RecordType type, Set<UUID> ids, Map<UUID, String> titles) {
        ConcurrentMap<UUID, Optional<String>> kept =
                known.now().computeIfAbsent(new Asked(actor, type), it -> new ConcurrentHashMap<>());
        Set<UUID> unknown = new HashSet<>();
        for (UUID id : ids) {
            Optional<String> title = kept.get(id);
            if (title == null) {
                unknown.add(id);
            } else {
                title.ifPresent(it -> titles.put(id, it));
            }
        }
        read(handle, actor, type, unknown, 0, titles);
        unknown.forEach(it -> kept.put(it, Optional.ofNullable(titles.get(it))));
    }

    private void read(
            Handle handle, @Nullable Actor actor, RecordType type, Set<UUID> ids, int depth, Map<UUID, String> titles) {
        List<UUID> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += PIECE) {
            piece(handle, actor, type, all.subList(from, Math.min(all.size(), from + PIECE)), depth, titles);
        }
    }

    private void piece(
            Handle handle,
            @Nullable Actor actor,
            RecordType type,
            List<UUID> ids,
            int depth,
            Map<UUID, String> titles) {
        Sql sql = Sql.of("select t.id, t." + type.title().column() + " from " + type.table() + " t where ")
                .add(Sql.in("t.id", ids));
        if (actor != null) {
            sql.add(" and ").add(reach.read(actor, type, "t"));
        }
        if (type.title().kind() == Kind.TEXT) {
            Statements.query(handle, sql, it -> titles.put(it.getObject(1, UUID.class), it.getString(2)));
            return;
        }
        Map<UUID, UUID> refs = new HashMap<>();
        Statements.query(handle, sql, it -> refs.put(it.getObject(1, UUID.class), it.getObject(2, UUID.class)));
        refs.values().removeIf(it -> it == null);
        Map<UUID, String> further = of(handle, actor, type.title().ref(), new HashSet<>(refs.values()), depth + 1);
        refs.forEach((id, ref) -> {
            String title = further.get(ref);
            if (title != null) {
                titles.put(id, title);
            }
        });
    }

    /** The title of one row, whoever asks; empty when it has none. */
    public String of(Handle handle, Row row) {
        Object title = row.get(row.type().title().name());
        if (title instanceof UUID ref) {
            return of(handle, null, row.type().title().ref(), List.of(ref)).getOrDefault(ref, "");
        }
        return title == null ? "" : (String) title;
    }
}
