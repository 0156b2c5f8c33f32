package org.weir.records.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;
import org.weir.records.visibility.Reach;

/** The checks that fields declare: required, length, form, references that are there and visible, unique values. */
public final class CheckValues {
    private static final int MOST_ENTRIES = 1_000;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>(),;:\"\\[\\]]+@[^\\s@<>(),;:\"\\[\\]]+\\.[^\\s@.<>(),;:\"\\[\\]]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,58}(\\s?(x|ext\\.?)\\s?[0-9]{1,6})?");
    private static final Pattern URL =
            Pattern.compile("https?://[^\\s/@\"<>]+([/?#][^\\s\"<>]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final RecordTypes types;
    private final Reach reach;
    private final Directory directory;

    public CheckValues(RecordTypes types, Reach reach, Directory directory) {
        this.types = types;
        this.reach = reach;
        this.directory = directory;
    }

    /** The checks that need nothing but the value. */
    public void plain(Map<Field, ? extends @Nullable Object> values, Wrongs wrongs) {
        values.forEach((field, value) -> {
            if (wrongs.at(field)) {
                return;
            }
            if (value == null) {
                if (field.required()) {
                    wrongs.add(field, Text.of("records.error.required"));
                }
            } else if (value instanceof String text) {
                text(field, text, wrongs);
            } else if (value instanceof List<?> entries) {
                entries(field, entries, wrongs);
            }
        });
    }

    private static void entries(Field field, List<?> entries, Wrongs wrongs) {
        if (entries.size() > MOST_ENTRIES) {
            wrongs.add(field, Text.of("records.error.too-many", MOST_ENTRIES));
        }
        if (field.kind() == Kind.LIST) {
            entries.forEach(it -> text(field, (String) it, wrongs));
        }
    }

    private static void text(Field field, String text, Wrongs wrongs) {
        if (field.kind() != Kind.CHOICE && text.length() > field.max()) {
            wrongs.add(field, Text.of("records.error.too-long", field.max(), text.length()));
            return;
        }
        switch (field.format()) {
            case EMAIL -> match(field, EMAIL, text, "records.error.email", wrongs);
            case PHONE -> match(field, PHONE, text, "records.error.phone", wrongs);
            case URL -> match(field, URL, text, "records.error.url", wrongs);
            case REGION -> match(field, REGION, text, "records.error.region", wrongs);
            case PLAIN, COUNTRY, LANGUAGE -> {}
        }
    }

    private static void match(Field field, Pattern pattern, String text, String error, Wrongs wrongs) {
        if (!pattern.matcher(text).matches()) {
            wrongs.add(field, Text.of(error));
        }
    }

    /** References must lead to records that the actor may see. */
    public void references(Handle handle, Actor actor, Map<Field, ? extends @Nullable Object> values, Wrongs wrongs) {
        Map<String, Set<UUID>> byType = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (Table.refers(field) && value != null) {
                byType.computeIfAbsent(field.ref(), it -> new LinkedHashSet<>()).addAll(ids(value));
            }
        });
        Map<String, Set<UUID>> there = new LinkedHashMap<>();
        byType.forEach((type, ids) -> there.put(type, there(handle, actor, type, ids)));
        values.forEach((field, value) -> {
            if (Table.refers(field)
                    && value != null
                    && !there.getOrDefault(field.ref(), Set.of()).containsAll(ids(value))) {
                wrongs.add(field, Text.of("records.error.not-there"));
            }
        });
    }

    private static Collection<UUID> ids(Object value) {
        if (value instanceof UUID id) {
            return List.of(id);
        }
        Set<UUID> ids = new LinkedHashSet<>();
        ((List<?>) value).forEach(it -> ids.add((UUID) it));
        return ids;
    }

    /** Whoever acts, and the teams he acts for, are there. */
    private static Set<UUID> there(Set<UUID> ids, Set<UUID> known, Function<Set<UUID>, Set<UUID>> others) {
        Set<UUID> asked = new HashSet<>(ids);
        asked.removeAll(known);
        Set<UUID> found = new HashSet<>(known);
        if (!asked.isEmpty()) {
            found.addAll(others.apply(asked));
        }
        return found;
    }

    private Set<UUID> there(Handle handle, Actor actor, String type, Set<UUID> ids) {
        if (type.equals("user")) {
            return there(ids, new HashSet<>(List.of(actor.user(), Actor.SYSTEM)), it -> directory
                    .people(it)
                    .keySet());
        }
        if (type.equals("team")) {
            return there(ids, actor.teams(), it -> directory.teams(it).keySet());
        }
        RecordType target = types.find(type).orElse(null);
        if (target == null) {
            return Set.of();
        }
        Sql sql = Sql.of("select t.id from " + target.table() + " t where ")
                .add(Sql.in("t.id", ids))
                .add(" and ")
                .add(reach.read(actor, target, "t"));
        return new HashSet<>(Statements.query(handle, sql, it -> it.getObject(1, UUID.class)));
    }

    /** Unique values must not stand in another record, seen or not. */
    void unique(Handle handle, RecordType type, UUID id, Map<Field, ? extends @Nullable Object> values, Wrongs wrongs) {
        values.forEach((field, value) -> {
            if (field.unique()
                    && value != null
                    && !wrongs.at(field)
                    && Statements.any(handle, taken(type, id, field, value))) {
                wrongs.taken(field);
            }
        });
    }

    private static Sql taken(RecordType type, UUID id, Field field, Object value) {
        if (Table.several(field)) {
            return Sql.of("select 1 from " + Table.side(type, field) + " s where ")
                    .add(Sql.in("s.val", (List<?>) value))
                    .add(" and s.id <> ? limit 1", id);
        }
        Object plain = value instanceof org.weir.base.api.Money money ? money.amount() : value;
        return Sql.of(
                "select 1 from " + type.table() + " t where t." + field.column() + " = ? and t.id <> ? limit 1",
                plain,
                id);
    }
}
