package org.weir.records.importing;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Formats;
import org.weir.records.api.History;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Via;
import org.weir.records.history.ChangesJson;
import org.weir.records.kit.RecordKit;

/**
 * Takes a batch back: deletes what it created, sets what it changed to what history says was before. A record that was
 * changed since by anything but the batch is kept, and so is one that others refer to by now.
 *
 * <p>Whoever may import may take back the own import, also without the permission to delete: nothing but what the batch
 * wrote, and nobody touched since, goes.
 */
final class UndoImport {
    private static final Logger LOG = LoggerFactory.getLogger(UndoImport.class);
    private static final int LINES_AT_ONCE = 250;
    private static final int REFERRED_TO = 409;

    private final RecordKit kit;
    private final Records records;
    private final ImportStore store;

    UndoImport(RecordKit kit, Records records, ImportStore store) {
        this.kit = kit;
        this.records = records;
        this.store = store;
    }

    Text run(Actor actor, Batch batch, Progress progress) throws Exception {
        long total = store.countWritten(batch.id());
        long done = 0;
        Set<RowOutcome> referredTo = new LinkedHashSet<>();
        Map<Outcome, Long> counts = new HashMap<>();
        for (long to = store.lastLine(batch.id()); to > 0; to -= LINES_AT_ONCE) {
            List<RowOutcome> rows = store.written(batch.id(), to - LINES_AT_ONCE + 1, to);
            if (!rows.isEmpty()) {
                Map<Outcome, Long> of = Via.during(
                        "undo", () -> kit.database().write(handle -> undo(actor, batch.id(), rows, referredTo)));
                of.forEach((outcome, number) -> counts.merge(outcome, number, Long::sum));
                done += rows.size();
                progress.step(Math.min(done, total), total, Text.of("import.undo-progress", done, total));
            }
        }
        again(actor, batch.id(), referredTo, counts);
        return Text.of("import.undone", counts.getOrDefault(Outcome.UNDONE, 0L), counts.getOrDefault(Outcome.KEPT, 0L));
    }

    /** What others of the batch referred to goes once these have gone. */
    private void again(Actor actor, UUID batch, Set<RowOutcome> referredTo, Map<Outcome, Long> counts) {
        Set<RowOutcome> left = referredTo;
        int before = 0;
        while (!left.isEmpty() && left.size() != before) {
            before = left.size();
            List<RowOutcome> rows = List.copyOf(left);
            Set<RowOutcome> still = new LinkedHashSet<>();
            long undone = Via.during("undo", () -> kit.database().write(handle -> undo(actor, batch, rows, still)))
                    .getOrDefault(Outcome.UNDONE, 0L);
            counts.merge(Outcome.UNDONE, undone, Long::sum);
            counts.merge(Outcome.KEPT, -undone, Long::sum);
            left = still;
        }
    }

    /** @param referredTo takes up what could not go because something refers to it */
    private Map<Outcome, Long> undo(Actor actor, UUID batch, List<RowOutcome> rows, Set<RowOutcome> referredTo) {
        Map<Outcome, Long> counts = new HashMap<>();
        Map<UUID, TreeSet<Long>> versions = store.versions(
                batch,
                rows.stream()
                        .map(RowOutcome::record)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList());
        List<ImportStore.Undone> all = new ArrayList<>();
        Set<UUID> gone = deleteAtOnce(actor, batch, rows, versions);
        gone.forEach(it -> all.add(new ImportStore.Undone(it, Outcome.UNDONE, null)));
        counts.merge(Outcome.UNDONE, (long) gone.size(), Long::sum);
        Set<UUID> seen = new HashSet<>(gone);
        for (RowOutcome row : rows) {
            UUID record = row.record();
            if (record == null || !seen.add(record)) {
                continue;
            }
            @Nullable Text kept;
            try {
                kept = kit.database()
                        .attempt(handle -> undo(
                                entitled(actor, row.type()),
                                batch,
                                row.type(),
                                record,
                                Objects.requireNonNull(versions.get(record))))
                        .orElse(null);
            } catch (ProblemException e) {
                if (e.status() == REFERRED_TO) {
                    referredTo.add(row);
                }
                kept = e.fields().isEmpty() ? e.text() : e.fields().get(0).text();
            } catch (Records.StaleException e) {
                kept = Text.of("import.kept.changed");
            }
            Outcome outcome = kept == null ? Outcome.UNDONE : Outcome.KEPT;
            all.add(new ImportStore.Undone(record, outcome, kept));
            counts.merge(outcome, 1L, Long::sum);
        }
        store.undone(batch, all);
        return counts;
    }

    /** Most of what a batch created nobody has touched or refers to: it goes at once; what is left, one by one. */
    private Set<UUID> deleteAtOnce(Actor actor, UUID batch, List<RowOutcome> rows, Map<UUID, TreeSet<Long>> versions) {
        Map<String, Set<UUID>> created = new LinkedHashMap<>();
        for (RowOutcome row : rows) {
            UUID record = row.record();
            if (record != null && Objects.requireNonNull(versions.get(record)).first() == 1) {
                created.computeIfAbsent(row.type(), it -> new LinkedHashSet<>()).add(record);
            }
        }
        Set<UUID> gone = new HashSet<>();
        created.forEach((type, ids) -> {
            Actor entitled = entitled(actor, type);
            List<Row> untouched = records.readAll(entitled, type, ids).stream()
                    .filter(it -> untouched(it, Objects.requireNonNull(versions.get(it.id()))))
                    .toList();
            try {
                gone.addAll(kit.database()
                        .attempt(handle -> kit.changes().deleteUnreferenced(entitled, type, untouched, batch)));
            } catch (ProblemException | Records.StaleException one) {
                LOG.debug("A piece of an import is taken back one by one", one);
            }
        });
        return gone;
    }

    private static boolean untouched(Row row, TreeSet<Long> versions) {
        return row.version() == versions.last() && versions.last() - versions.first() + 1 == versions.size();
    }

    /** The actor, allowed to undo on all records of the type. */
    private static Actor entitled(Actor actor, String type) {
        Map<String, Set<Scope>> grants = new HashMap<>(actor.grants());
        for (String operation : List.of("read", "update", "delete")) {
            grants.put(type + ":" + operation, EnumSet.of(Scope.ALL));
        }
        return new Actor(
                actor.user(),
                actor.login(),
                actor.name(),
                actor.locale(),
                actor.zone(),
                actor.ownTeam(),
                actor.teams(),
                actor.regions(),
                grants);
    }

    /** Undoes the batch on one record. @param versions that the batch gave it @return why not */
    private Optional<Text> undo(Actor actor, UUID batch, String type, UUID id, TreeSet<Long> versions) {
        Row row = records.find(actor, type, id).orElse(null);
        boolean created = versions.first() == 1;
        if (row == null) {
            return created ? Optional.empty() : Optional.of(Text.of("import.kept.gone"));
        }
        if (!untouched(row, versions)) {
            return Optional.of(Text.of("import.kept.changed"));
        }
        if (created) {
            kit.changes().delete(actor, type, id, row.version(), batch);
        } else {
            records.update(actor, new Draft(type, id, row.version(), before(batch, row), batch));
        }
        return Optional.empty();
    }

    /** What the fields were before the batch. */
    private Map<String, @Nullable Object> before(UUID batch, Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String changes : store.changes(batch, row.id())) {
            ChangesJson.read(changes).forEach(diff -> set(values, row.type(), diff));
        }
        return values;
    }

    private void set(Map<String, @Nullable Object> values, RecordType type, History.Diff diff) {
        Field field = type.field(diff.field());
        if (field == null) {
            return;
        }
        Formats.Parsed before = kit.formats().parse(type, field, diff.before(), Locale.ROOT, ZoneOffset.UTC);
        if (before.error() != null) {
            throw ProblemException.invalid(field.name(), before.error());
        }
        boolean many = field.kind() == Field.Kind.LIST || field.kind() == Field.Kind.REFS;
        values.put(field.name(), before.value() == null && many ? List.of() : before.value());
    }
}
