package org.weir.records.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Records.Titled;
import org.weir.records.api.Row;
import org.weir.records.format.Folding;
import org.weir.records.kit.RecordKit;
import org.weir.records.row.Table;

/**
 * Finds the records that texts name: by title or by a key of one field (letter case, accents and width aside), or by id.
 * Only what the actor may see is found.
 */
final class References {
    private static final int PAGE = 500;
    private static final int LOOKED_UP = 20;

    private final RecordKit kit;
    private final Records records;
    private final Actor actor;
    private final Rehearsal.@Nullable Scene scene;
    private final FindRows rows;
    private final Map<String, Map<String, Set<UUID>>> found = new HashMap<>();

    /** @param scene what a dry run would have written so far; null when this is no dry run */
    References(RecordKit kit, Records records, Actor actor, Rehearsal.@Nullable Scene scene) {
        this.kit = kit;
        this.records = records;
        this.actor = actor;
        this.scene = scene;
        this.rows = new FindRows(kit, actor);
    }

    /** The records of the type that the text names; empty when none does. Only after {@link #load}. */
    Set<UUID> named(String type, String text) {
        return found.getOrDefault(type, Map.of()).getOrDefault(Folding.fold(text), Set.of());
    }

    /** The field by which records of the type are called. */
    Field title(String type) {
        return kit.types().get(type).title();
    }

    /** A record of the type came to be, of this title. */
    void add(String type, String title, UUID id) {
        found.computeIfAbsent(type, it -> new HashMap<>())
                .computeIfAbsent(Folding.fold(title), it -> new HashSet<>())
                .add(id);
    }

    /** It is not there after all. */
    void remove(String type, String title, UUID id) {
        Set<UUID> ids = found.getOrDefault(type, Map.of()).get(Folding.fold(title));
        if (ids != null) {
            ids.remove(id);
        }
    }

    /** Looks up the texts that are not known yet. */
    void load(Field field, Collection<String> texts) {
        Map<String, Set<UUID>> known = found.computeIfAbsent(field.ref(), it -> new HashMap<>());
        List<String> unknown = texts.stream()
                .filter(it -> !known.containsKey(Folding.fold(it)))
                .distinct()
                .toList();
        RecordType type = kit.types().find(field.ref()).orElse(null);
        for (int i = 0; i < unknown.size(); i += PAGE) {
            List<String> part = unknown.subList(i, Math.min(i + PAGE, unknown.size()));
            part.forEach(it -> known.put(Folding.fold(it), rehearsed(field.ref(), it)));
            if (type != null && Table.hasKey(type)) {
                for (Field by : by(type)) {
                    rows.in(type, by, part).forEach(row -> note(row, by, known));
                }
            } else {
                part.forEach(it -> lookup(field.ref(), it, known));
            }
            part.stream().filter(References::isId).forEach(it -> id(type, it, known));
        }
    }

    private Set<UUID> rehearsed(String type, String text) {
        return scene == null ? new HashSet<>() : new HashSet<>(scene.named(type, Folding.fold(text)));
    }

    private static List<Field> by(RecordType type) {
        List<Field> fields = new ArrayList<>(List.of(type.title()));
        for (String key : type.keys()) {
            Field field = type.field(key);
            if (field != null
                    && !field.title()
                    && (field.kind() == Field.Kind.TEXT || field.kind() == Field.Kind.LIST)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static void note(Row row, Field field, Map<String, Set<UUID>> known) {
        Object value = row.get(field.name());
        Collection<?> values = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        for (Object it : values) {
            Set<UUID> ids = known.get(Folding.fold(it.toString()));
            if (ids != null) {
                ids.add(row.id());
            }
        }
    }

    private void id(@Nullable RecordType type, String text, Map<String, Set<UUID>> known) {
        if (type != null) {
            records.find(actor, type.name(), UUID.fromString(text))
                    .ifPresent(row -> known.put(Folding.fold(text), new HashSet<>(Set.of(row.id()))));
        }
    }

    private static boolean isId(String text) {
        return text.length() == 36 && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    /** Users (also by login), teams, and types whose title is another record's. */
    private void lookup(String type, String text, Map<String, Set<UUID>> known) {
        Set<UUID> ids = new HashSet<>();
        String folded = Folding.fold(text);
        for (Titled hit : records.lookup(actor, type, text, LOOKED_UP)) {
            boolean login = type.equals("user") && Folding.fold(hit.detail()).equals(folded);
            if (login || Folding.fold(hit.title()).equals(folded)) {
                ids.add(hit.id());
            }
        }
        known.put(folded, ids);
    }
}
