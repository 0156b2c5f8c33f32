package org.weir.rest.record;

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
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The titles of everything that some rows refer to: one question per type, however many rows. */
final class Titles {
    private final Map<String, Set<UUID>> wanted = new HashMap<>();
    private final Map<String, Map<UUID, String>> found = new HashMap<>();

    static Titles of(RecordTypes types, Records records, Actor actor, Collection<Row> rows, Selection selection) {
        Titles titles = new Titles();
        for (Row row : rows) {
            titles.want(row, selection);
        }
        titles.find(types, records, actor);
        return titles;
    }

    static Titles of(RecordTypes types, Records records, Actor actor, String type, Collection<UUID> ids) {
        Titles titles = new Titles();
        ids.forEach(id -> titles.want(type, id));
        titles.find(types, records, actor);
        return titles;
    }

    private void want(Row row, Selection selection) {
        if (selection.system().contains("createdBy")) {
            want("user", row.createdBy());
        }
        if (selection.system().contains("updatedBy")) {
            want("user", row.updatedBy());
        }
        for (Field field : selection.fields()) {
            if (field.kind() == Field.Kind.REF) {
                want(field.ref(), row.ref(field.name()));
            } else if (field.kind() == Field.Kind.REFS) {
                ids(row, field).forEach(id -> want(field.ref(), id));
            }
        }
    }

    @SuppressWarnings("unchecked")
    static List<UUID> ids(Row row, Field field) {
        Object ids = row.get(field.name());
        return ids == null ? List.of() : (List<UUID>) ids;
    }

    private void want(String type, @Nullable UUID id) {
        if (id != null) {
            wanted.computeIfAbsent(type, it -> new HashSet<>()).add(id);
        }
    }

    private void find(RecordTypes types, Records records, Actor actor) {
        wanted.forEach((type, ids) -> {
            boolean there = type.equals("user")
                    || type.equals("team")
                    || types.find(type).isPresent();
            if (there) {
                found.put(type, records.titles(actor, type, ids));
            }
        });
    }

    @Nullable
    String title(String type, UUID id) {
        return found.getOrDefault(type, Map.of()).get(id);
    }
}
