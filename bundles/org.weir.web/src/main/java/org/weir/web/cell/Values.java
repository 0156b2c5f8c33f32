package org.weir.web.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.Computed;
import org.weir.web.api.Visit;

/**
 * The values of some rows, ready to be shown: titles of what they refer to, rows behind columns of other records, and
 * computed values, each fetched once for all rows.
 */
public final class Values {
    private final Records records;
    private final RecordTypes types;
    private final ShowValue show;
    private final Visit visit;
    private final Actor actor;
    private final Map<UUID, String> titles = new HashMap<>();
    private final Map<UUID, Row> behind = new HashMap<>();
    private final Map<UUID, Map<String, Object>> computed = new HashMap<>();

    public Values(Records records, RecordTypes types, ShowValue show, Visit visit) {
        this.records = records;
        this.types = types;
        this.show = show;
        this.visit = visit;
        this.actor = visit.actor();
    }

    /** Fetches what the columns of the rows need: one statement per type referred to, and what computing needs. */
    public Values prepare(List<Row> rows, List<Column> columns) {
        fetchBehind(rows, columns);
        Map<String, Set<UUID>> wanted = new HashMap<>();
        for (Row row : rows) {
            for (Column column : columns) {
                Field field = column.field();
                Row source = source(row, column);
                if (field != null && source != null) {
                    collect(field, raw(source, column), wanted);
                }
            }
        }
        fetchTitles(wanted);
        List<String> names = columns.stream()
                .filter(Column::computed)
                .map(Column::name)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return this;
        }
        if (rows.size() == 1) {
            computed.put(rows.get(0).id(), Computed.of(visit, records, rows.get(0), names));
        } else {
            computed.putAll(records.compute(actor, rows, names));
        }
        return this;
    }

    /** Titles of ids by type, for chips, forms and histories. */
    public Values prepareTitles(Map<String, ? extends Collection<UUID>> ids) {
        Map<String, Set<UUID>> wanted = new HashMap<>();
        ids.forEach((type, some) -> wanted.put(type, new HashSet<>(some)));
        fetchTitles(wanted);
        return this;
    }

    private void fetchBehind(List<Row> rows, List<Column> columns) {
        Map<String, Set<UUID>> ids = new HashMap<>();
        for (Column column : columns) {
            Field via = column.via();
            if (via != null) {
                Set<UUID> some = ids.computeIfAbsent(via.ref(), key -> new LinkedHashSet<>());
                rows.stream()
                        .map(it -> it.ref(via.name()))
                        .filter(Objects::nonNull)
                        .forEach(some::add);
            }
        }
        ids.forEach((type, some) -> {
            if (!some.isEmpty()) {
                records.readAll(actor, type, some).forEach(it -> behind.put(it.id(), it));
            }
        });
    }

    private void fetchTitles(Map<String, Set<UUID>> wanted) {
        wanted.forEach((type, ids) -> {
            ids.removeIf(titles::containsKey);
            if (!ids.isEmpty() && known(type)) {
                titles.putAll(records.titles(actor, type, ids));
            }
        });
    }

    private boolean known(String type) {
        return type.equals("user") || type.equals("team") || types.find(type).isPresent();
    }

    private static void collect(Field field, @Nullable Object value, Map<String, Set<UUID>> wanted) {
        if (field.kind() == Field.Kind.REF && value != null) {
            wanted.computeIfAbsent(field.ref(), key -> new HashSet<>()).add((UUID) value);
        } else if (field.kind() == Field.Kind.REFS && value instanceof List<?> several) {
            several.forEach(it ->
                    wanted.computeIfAbsent(field.ref(), key -> new HashSet<>()).add((UUID) it));
        }
    }

    private @Nullable Row source(Row row, Column column) {
        Field via = column.via();
        if (via == null) {
            return row;
        }
        UUID id = row.ref(via.name());
        return id == null ? null : behind.get(id);
    }

    private static @Nullable Object raw(Row row, Column column) {
        SystemField system = column.system();
        return system == null ? row.get(column.name().substring(column.name().indexOf('.') + 1)) : system.value(row);
    }

    public Shown shown(Row row, Column column) {
        Field field = column.field();
        if (field == null) {
            return show.computed(computed.getOrDefault(row.id(), Map.of()).get(column.name()));
        }
        Row source = source(row, column);
        return source == null ? Shown.NONE : show.value(column.owner(), field, raw(source, column), titles);
    }

    /** What people call the record by. */
    public String title(Row row) {
        Field field = row.type().title();
        Object value = row.get(field.name());
        if (field.kind() == Field.Kind.REF) {
            Map<String, Set<UUID>> wanted = new HashMap<>();
            collect(field, value, wanted);
            fetchTitles(wanted);
        }
        String words = show.value(row.type(), field, value, titles).words();
        return words.isEmpty() ? show.unnamed() : words;
    }

    public Shown show(Row row, Field field) {
        return show.value(row.type(), field, row.get(field.name()), titles);
    }

    public Map<UUID, String> titles() {
        return titles;
    }

    /** The titles of the rows, in their order; one statement for all. */
    public List<String> titles(List<Row> rows) {
        Map<String, Set<UUID>> wanted = new HashMap<>();
        rows.forEach(it -> collect(it.type().title(), it.get(it.type().title().name()), wanted));
        fetchTitles(wanted);
        List<String> result = new ArrayList<>();
        rows.forEach(it -> result.add(title(it)));
        return result;
    }
}
