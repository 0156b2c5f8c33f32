package org.weir.records.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.format.Folding;
import org.weir.records.kit.RecordKit;

/**
 * The records that rows mean, by the chosen key fields (letter case, accents and width aside). A list matches by any of its
 * entries. The first key field must have a value; an empty value of a further one means a record without. Only what the
 * actor may see is found.
 */
final class Matches {
    private static final int PAGE = 500;

    private final RecordKit kit;
    private final RecordType type;
    private final List<Field> keys;
    private final FindRows finder;
    private final Map<String, Set<UUID>> ids = new HashMap<>();
    private final Map<UUID, Row> rows = new LinkedHashMap<>();

    Matches(RecordKit kit, RecordType type, List<String> keys, Actor actor) {
        this.kit = kit;
        this.type = type;
        this.keys =
                keys.stream().map(it -> Objects.requireNonNull(type.field(it))).toList();
        this.finder = new FindRows(kit, actor);
    }

    /** The keys under which these values are found; empty when the first key field has none. */
    List<String> keysOf(Function<String, @Nullable Object> values) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<String> texts = texts(keys.get(i), values.apply(keys.get(i).name()));
            if (i == 0) {
                found.addAll(texts);
            } else {
                List<String> longer = new ArrayList<>();
                for (String before : found) {
                    (texts.isEmpty() ? List.of("") : texts).forEach(it -> longer.add(before + '\u0001' + it));
                }
                found = longer;
            }
        }
        return found;
    }

    private List<String> texts(Field field, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(it -> Folding.fold(it.toString())).toList();
        }
        return value == null ? List.of() : List.of(Folding.fold(kit.formats().write(field, value)));
    }

    /** Finds the records of all these rows at once, by the key field that tells most. */
    void load(Collection<Map<String, Object>> all) {
        List<Map<String, Object>> keyed = all.stream()
                .filter(it -> !keys.isEmpty() && it.get(keys.get(0).name()) != null)
                .toList();
        if (keyed.isEmpty()) {
            return;
        }
        Field by = keys.stream()
                .filter(key -> keyed.stream().allMatch(it -> it.get(key.name()) != null))
                .max(Comparator.comparingInt(Matches::telling))
                .orElse(keys.get(0));
        List<Object> values = distinct(by, keyed);
        for (int i = 0; i < values.size(); i += PAGE) {
            finder.in(type, by, values.subList(i, Math.min(i + PAGE, values.size())))
                    .forEach(this::put);
        }
    }

    private static int telling(Field field) {
        if (field.title()) {
            return 4;
        }
        return switch (field.kind()) {
            case TEXT, LIST -> 3;
            case REF, REFS -> 2;
            case CHOICE, BOOL -> 0;
            default -> 1;
        };
    }

    private static List<Object> distinct(Field key, List<Map<String, Object>> keyed) {
        Set<Object> values = new LinkedHashSet<>();
        for (Map<String, Object> row : keyed) {
            Object value = Objects.requireNonNull(row.get(key.name()));
            if (value instanceof Collection<?> many) {
                values.addAll(many);
            } else {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    /** The record as it is now. */
    void put(Row row) {
        rows.put(row.id(), row);
        keysOf(row::get).forEach(it -> ids.computeIfAbsent(it, key -> new LinkedHashSet<>())
                .add(row.id()));
    }

    /** The record is not there after all. */
    void remove(UUID id) {
        ids.values().forEach(it -> it.remove(id));
        rows.remove(id);
    }

    /** The records under any of the keys. */
    Set<UUID> find(List<String> any) {
        Set<UUID> found = new LinkedHashSet<>();
        any.forEach(it -> found.addAll(ids.getOrDefault(it, Set.of())));
        return found;
    }

    Row row(UUID id) {
        return Objects.requireNonNull(rows.get(id));
    }

    boolean knows(UUID id) {
        return rows.containsKey(id);
    }
}
