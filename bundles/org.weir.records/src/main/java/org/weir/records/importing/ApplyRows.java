package org.weir.records.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.row.WriteRow;
import org.weir.store.api.Database;

/**
 * Writes some rows in one transaction: finds what they refer to and the records they mean, creates or changes these, and
 * says what became of each row. A row that fails leaves nothing behind and does not hinder the others.
 */
final class ApplyRows {
    private final Database database;
    private final Records records;
    private final RecordType type;
    private final Mapping mapping;
    private final Actor actor;
    private final UUID batch;
    private final References references;
    private final Matches matches;
    private final Rehearsal.@Nullable Scene scene;

    /** @param scene what a dry run keeps in mind; null when this is no dry run */
    ApplyRows(
            Database database,
            Records records,
            RecordType type,
            Mapping mapping,
            Actor actor,
            UUID batch,
            References references,
            Matches matches,
            Rehearsal.@Nullable Scene scene) {
        this.database = database;
        this.records = records;
        this.type = type;
        this.mapping = mapping;
        this.actor = actor;
        this.batch = batch;
        this.references = references;
        this.matches = matches;
        this.scene = scene;
    }

    /** Takes part in the transaction under way. */
    List<RowOutcome> apply(List<ReadCells.Cells> rows) {
        find(rows);
        List<RowOutcome> outcomes = new ArrayList<>();
        for (ReadCells.Cells row : rows) {
            if (row.wrong().isEmpty()) {
                outcomes.addAll(one(row));
            } else {
                outcomes.add(failed(row, row.wrong()));
            }
        }
        return outcomes;
    }

    private void find(List<ReadCells.Cells> rows) {
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        for (ReadCells.Cells row : rows) {
            row.references().forEach((field, named) -> texts.computeIfAbsent(field, it -> new LinkedHashSet<>())
                    .addAll(named));
        }
        texts.forEach((field, named) -> references.load(field(field), named));
        matches.load(rows.stream()
                .filter(it -> it.wrong().isEmpty())
                .map(it -> {
                    Map<String, Object> values = new LinkedHashMap<>(it.values());
                    it.references().forEach((field, named) -> {
                        List<UUID> ids = known(field(field), named);
                        if (!ids.isEmpty()) {
                            values.put(field, field(field).kind() == Field.Kind.REF ? ids.get(0) : ids);
                        }
                    });
                    return values;
                })
                .toList());
    }

    private List<UUID> known(Field field, List<String> named) {
        return named.stream()
                .map(it -> references.named(field.ref(), it))
                .filter(it -> it.size() == 1)
                .map(it -> it.iterator().next())
                .toList();
    }

    private Field field(String name) {
        return Objects.requireNonNull(type.field(name));
    }

    private List<RowOutcome> one(ReadCells.Cells row) {
        Attempt attempt = new Attempt(row);
        try {
            attempt.prepare();
            List<RowOutcome> outcomes = database.attempt(handle -> attempt.write());
            attempt.keep();
            return outcomes;
        } catch (ProblemException e) {
            attempt.forget();
            List<At> wrong = e.fields().isEmpty() ? List.of(new At("", e.text())) : e.fields();
            return List.of(failed(row, wrong));
        } catch (Records.StaleException e) {
            attempt.forget();
            return List.of(failed(row, List.of(new At("", Text.of("import.reason.changed-meanwhile")))));
        }
    }

    /** All reasons in one: the first with its field, the others named. */
    private RowOutcome failed(ReadCells.Cells row, List<At> wrong) {
        At first = wrong.get(0);
        Text reason = first.text();
        for (At more : wrong.subList(1, wrong.size())) {
            Field field = type.field(more.field());
            Text named = field == null ? more.text() : Text.of("import.reason.at", type.label(field), more.text());
            reason = Text.of("import.reason.and", reason, named);
        }
        return RowOutcome.failed(type.name(), row.line(), row.title(), first.field(), reason);
    }

    /** One row on its way. */
    private final class Attempt {
        private final ReadCells.Cells row;
        private final Map<String, Object> values;
        private final List<Created> createdReferences = new ArrayList<>();
        private final List<RowOutcome> outcomes = new ArrayList<>();
        private @Nullable Draft draft;
        private @Nullable Row written;

        Attempt(ReadCells.Cells row) {
            this.row = row;
            this.values = new LinkedHashMap<>(row.values());
        }

        /** In a dry run: makes sure that what earlier rows would have written is there. */
        void prepare() {
            if (scene == null) {
                return;
            }
            for (Map.Entry<String, List<String>> named : row.references().entrySet()) {
                known(field(named.getKey()), named.getValue()).forEach(this::bring);
            }
            Map<String, Object> seen = new LinkedHashMap<>(values);
            row.references().forEach((field, named) -> {
                List<UUID> ids = known(field(field), named);
                if (ids.size() == 1) {
                    seen.put(field, ids.get(0));
                }
            });
            List<String> keys = matches.keysOf(seen::get);
            matches.find(keys).forEach(this::bring);
            UUID earlier = scene.find(keys);
            if (earlier != null) {
                bring(earlier);
                if (!matches.knows(earlier)) {
                    matches.put(records.read(actor, type.name(), earlier));
                }
            }
        }

        private void bring(UUID id) {
            boolean changed =
                    database.attempt(handle -> Objects.requireNonNull(scene).bring(records, actor, id));
            if (changed && matches.knows(id)) {
                matches.put(records.read(actor, type.name(), id));
            }
        }

        List<RowOutcome> write() {
            row.references().forEach(this::resolve);
            List<String> keys = matches.keysOf(values::get);
            if (!mapping.keys().isEmpty() && keys.isEmpty()) {
                throw ProblemException.invalid(mapping.keys().get(0), Text.of("import.reason.key-empty"));
            }
            Set<UUID> found = matches.find(keys);
            if (found.size() > 1) {
                throw ProblemException.invalid(
                        mapping.keys().get(0), Text.of("import.reason.several-match", found.size()));
            }
            if (found.isEmpty()) {
                create();
            } else {
                change(matches.row(found.iterator().next()));
            }
            return outcomes;
        }

        private void resolve(String name, List<String> texts) {
            Field field = field(name);
            List<UUID> ids = new ArrayList<>();
            for (String text : texts) {
                ids.add(reference(field, text));
            }
            values.put(name, field.kind() == Field.Kind.REF ? ids.get(0) : List.copyOf(new LinkedHashSet<>(ids)));
        }

        private UUID reference(Field field, String text) {
            Set<UUID> ids = references.named(field.ref(), text);
            if (ids.size() > 1) {
                throw ProblemException.invalid(field.name(), Text.of("import.reason.several-named", text, ids.size()));
            }
            if (ids.size() == 1) {
                return ids.iterator().next();
            }
            if (!mapping.createMissing().contains(field.name())) {
                throw ProblemException.invalid(field.name(), Text.of("import.reason.nobody-named", text));
            }
            return createReference(field, text);
        }

        private UUID createReference(Field field, String text) {
            Draft missing = new Draft(
                    field.ref(),
                    null,
                    null,
                    Map.of(references.title(field.ref()).name(), text),
                    batch);
            Row made;
            try {
                made = records.create(actor, missing);
            } catch (ProblemException e) {
                Text why = e.fields().isEmpty() ? e.text() : e.fields().get(0).text();
                throw ProblemException.invalid(field.name(), Text.of("import.reason.cannot-create", text, why));
            }
            references.add(field.ref(), text, made.id());
            createdReferences.add(new Created(missing, made, text));
            if (field.ref().equals(type.name())) {
                matches.put(made);
            }
            outcomes.add(new RowOutcome(
                    row.line(),
                    outcomes.size() + 1,
                    field.ref(),
                    Outcome.CREATED,
                    made.id(),
                    made.version(),
                    text,
                    field.name(),
                    null));
            return made.id();
        }

        private void create() {
            Draft wanted = new Draft(type.name(), null, null, values, batch);
            put(wanted, records.create(actor, wanted), Outcome.CREATED);
        }

        private void change(Row before) {
            Map<String, @Nullable Object> changes = changes(before);
            if (changes.isEmpty()) {
                outcomes.add(0, outcome(before, Outcome.UNCHANGED, null));
                return;
            }
            Draft wanted = new Draft(type.name(), before.id(), before.version(), changes, batch);
            put(wanted, records.update(actor, wanted), Outcome.CHANGED);
        }

        private void put(Draft wanted, Row row, Outcome outcome) {
            draft = wanted;
            written = row;
            outcomes.add(0, outcome(row, outcome, row.version()));
        }

        private RowOutcome outcome(Row record, Outcome outcome, @Nullable Long version) {
            return new RowOutcome(row.line(), 0, type.name(), outcome, record.id(), version, row.title(), "", null);
        }

        /** Key fields have matched and stay as they are, unless they are lists; lists grow. */
        private Map<String, @Nullable Object> changes(Row before) {
            Map<String, @Nullable Object> changes = new LinkedHashMap<>();
            values.forEach((name, value) -> {
                Object old = before.get(name);
                if (value instanceof Collection<?> more) {
                    Set<Object> all = new LinkedHashSet<>(old instanceof Collection<?> some ? some : List.of());
                    if (all.addAll(more)) {
                        changes.put(name, List.copyOf(all));
                    }
                } else if (!WriteRow.same(old, value) && !(mapping.keys().contains(name) && old != null)) {
                    changes.put(name, value);
                }
            });
            return changes;
        }

        /** The row has been written: later rows find what it wrote. */
        void keep() {
            if (scene != null) {
                createdReferences.forEach(it -> scene.wrote(it.draft(), it.row(), keysIfSameType(it.row())));
            }
            if (written != null && draft != null) {
                matches.put(written);
                if (draft.version() == null) {
                    references.add(type.name(), row.title(), written.id());
                }
                if (scene != null) {
                    scene.wrote(draft, written, matches.keysOf(written::get));
                }
            }
        }

        private List<String> keysIfSameType(Row reference) {
            return reference.type().name().equals(type.name()) ? matches.keysOf(reference::get) : List.of();
        }

        /** The row has been undone: what was made for it is gone. */
        void forget() {
            createdReferences.forEach(it -> {
                references.remove(it.draft().type(), it.text(), it.row().id());
                matches.remove(it.row().id());
            });
        }
    }

    /** A record made for a reference. */
    private record Created(Draft draft, Row row, String text) {}
}
