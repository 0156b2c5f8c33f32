package org.weir.records.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.format.Folding;

/**
 * What a dry run would have written so far. Each of its transactions is rolled back; where a later one needs a record of
 * an earlier one, it is written again, with the same id.
 */
final class Rehearsal {
    private final Map<UUID, List<Draft>> drafts = new HashMap<>();
    private final Map<String, UUID> keys = new HashMap<>();
    private final Map<String, Set<UUID>> titles = new HashMap<>();

    /** One transaction of the rehearsal; what it adds counts once it is {@link #done}. */
    final class Scene {
        private final Map<UUID, List<Draft>> newDrafts = new LinkedHashMap<>();
        private final Map<String, UUID> newKeys = new HashMap<>();
        private final Map<String, Set<UUID>> newTitles = new HashMap<>();
        private final Set<UUID> present = new HashSet<>();

        /** Notes what was written, and the keys and the title it would be found by. */
        void wrote(Draft draft, Row row, List<String> rowKeys) {
            if (draft.values().get(row.type().title().name()) instanceof String title) {
                newTitles
                        .computeIfAbsent(row.type().name() + ':' + Folding.fold(title), it -> new HashSet<>())
                        .add(row.id());
            }
            newDrafts
                    .computeIfAbsent(row.id(), it -> new ArrayList<>())
                    .add(new Draft(draft.type(), row.id(), null, draft.values(), draft.batch()));
            present.add(row.id());
            rowKeys.forEach(it -> newKeys.put(it, row.id()));
        }

        /** The record that would be there by now under one of the keys, from an earlier transaction. */
        @Nullable
        UUID find(List<String> any) {
            return any.stream()
                    .map(keys::get)
                    .filter(it -> it != null)
                    .findFirst()
                    .orElse(null);
        }

        /** The records that would be there by now under the folded title. */
        Set<UUID> named(String type, String folded) {
            return titles.getOrDefault(type + ':' + folded, Set.of());
        }

        /** Writes the record of an earlier transaction again, and what it refers to. @return whether it was needed */
        boolean bring(Records records, Actor actor, UUID id) {
            List<Draft> earlier = drafts.get(id);
            if (earlier == null || !present.add(id)) {
                return false;
            }
            boolean there = records.find(actor, earlier.get(0).type(), id).isPresent();
            for (Draft draft : earlier) {
                draft.values().values().forEach(it -> bringReferred(records, actor, it));
                if (there) {
                    records.update(actor, draft);
                } else {
                    records.create(actor, draft);
                    there = true;
                }
            }
            return true;
        }

        private void bringReferred(Records records, Actor actor, @Nullable Object value) {
            if (value instanceof UUID id) {
                bring(records, actor, id);
            } else if (value instanceof Collection<?> many) {
                many.forEach(it -> bringReferred(records, actor, it));
            }
        }

        void done() {
            newDrafts.forEach((id, more) ->
                    drafts.computeIfAbsent(id, it -> new ArrayList<>()).addAll(more));
            keys.putAll(newKeys);
            newTitles.forEach((title, ids) ->
                    titles.computeIfAbsent(title, it -> new HashSet<>()).addAll(ids));
        }
    }

    Scene scene() {
        return new Scene();
    }
}
