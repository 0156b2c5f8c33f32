package org.weir.records.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.records.api.Field;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Via;
import org.weir.records.kit.RecordKit;
import org.weir.records.sheet.SheetFault;
import org.weir.records.sheet.SheetRow;
import org.weir.records.sheet.SheetTable;
import org.weir.store.api.Database;

/**
 * Goes through the rows of a batch, some hundred in a transaction. What was committed stays when it is stopped, and it
 * goes on behind the last line that has an outcome.
 */
final class RunImport {
    private static final int ROWS_AT_ONCE = 250;

    /** No more rows than this are kept in memory to be tried again. */
    private static final int WAITING = 50_000;

    private final RecordKit kit;
    private final Database database;
    private final Records records;
    private final ImportStore store;

    RunImport(RecordKit kit, Records records, ImportStore store) {
        this.kit = kit;
        this.database = kit.database();
        this.records = records;
        this.store = store;
    }

    Text run(Actor actor, Batch batch, SheetTable table, boolean dry, Progress progress) throws IOException {
        long behind = dry ? 0 : store.lastLine(batch.id());
        Pass pass = new Pass(actor, batch, dry);
        Set<Long> waiting = behind == 0 ? Set.of() : store.failedLines(batch.id());
        List<SheetRow> rows = new ArrayList<>(ROWS_AT_ONCE);
        long done = 0;
        for (SheetRow row = table.next(); row != null; row = table.next()) {
            done++;
            if (row.line() > behind) {
                rows.add(row);
            } else if (waiting.contains(row.line())) {
                pass.waits(row);
            }
            if (rows.size() == ROWS_AT_ONCE) {
                pass.take(rows);
                rows.clear();
                progress.step(done, batch.rows(), Text.of("import.progress", done, batch.rows()));
            }
        }
        pass.take(rows);
        pass.again();
        progress.step(done, batch.rows(), Text.of("import.progress", done, batch.rows()));
        Map<Outcome, Long> counts = new EnumMap<>(store.counts(batch.id()));
        return Text.of(
                dry ? "import.checked" : "import.done",
                counts.getOrDefault(Outcome.CREATED, 0L),
                counts.getOrDefault(Outcome.CHANGED, 0L),
                counts.getOrDefault(Outcome.UNCHANGED, 0L),
                counts.getOrDefault(Outcome.FAILED, 0L));
    }

    /** One way through the rows. */
    private final class Pass {
        private final Actor actor;
        private final Batch batch;
        private final boolean dry;
        private final RecordType type;
        private final ReadCells reader;
        private final Rehearsal rehearsal = new Rehearsal();
        private final Map<Long, SheetRow> waiting = new LinkedHashMap<>();

        Pass(Actor actor, Batch batch, boolean dry) {
            this.actor = actor;
            this.batch = batch;
            this.dry = dry;
            this.type = kit.types().get(batch.type());
            this.reader = new ReadCells(type, batch.mapping(), kit.formats(), actor);
        }

        /** A row of before that names a record which may stand further down. */
        void waits(SheetRow row) {
            if (row.good() && waiting.size() < WAITING) {
                waiting.put(row.line(), row);
            }
        }

        /**
         * Rows may name records of their own type that only stand further down: once all are through, those that found
         * nobody try again, as long as some succeed.
         */
        void again() {
            int before = 0;
            while (!waiting.isEmpty() && waiting.size() != before) {
                before = waiting.size();
                List<SheetRow> rows = List.copyOf(waiting.values());
                for (int i = 0; i < rows.size(); i += ROWS_AT_ONCE) {
                    take(rows.subList(i, Math.min(i + ROWS_AT_ONCE, rows.size())));
                }
            }
        }

        /** Keeps in mind which of the rows have to wait, and forgets those that need not any more. */
        private void sort(List<SheetRow> rows, List<RowOutcome> outcomes) {
            Set<Long> wait = outcomes.stream()
                    .filter(it -> it.outcome() == Outcome.FAILED && namesOwnType(it))
                    .map(RowOutcome::line)
                    .collect(Collectors.toSet());
            for (SheetRow row : rows) {
                if (wait.contains(row.line())) {
                    waits(row);
                } else {
                    waiting.remove(row.line());
                }
            }
        }

        private boolean namesOwnType(RowOutcome outcome) {
            Field field = type.field(outcome.field());
            Text reason = outcome.reason();
            return field != null
                    && field.ref().equals(type.name())
                    && reason != null
                    && reason.key().equals("import.reason.nobody-named");
        }

        void take(List<SheetRow> rows) {
            List<RowOutcome> unread = new ArrayList<>();
            List<ReadCells.Cells> cells = new ArrayList<>();
            for (SheetRow row : rows) {
                if (row.good()) {
                    cells.add(reader.read(row));
                } else {
                    SheetFault fault = row.faults().get(0);
                    unread.add(RowOutcome.failed(type.name(), row.line(), "", "", Fault.text(fault)));
                }
            }
            if (dry) {
                sort(rows, rehearse(cells, unread));
            } else {
                sort(
                        rows,
                        Via.during(
                                "import",
                                () -> database.write(handle -> {
                                    List<RowOutcome> outcomes = apply(cells, null);
                                    outcomes.addAll(unread);
                                    note(outcomes);
                                    return outcomes;
                                })));
            }
        }

        /** Rows that were tried before have their outcome replaced. */
        private void note(List<RowOutcome> outcomes) {
            store.dropRows(
                    batch.id(),
                    outcomes.stream()
                            .map(RowOutcome::line)
                            .filter(waiting::containsKey)
                            .distinct()
                            .toList());
            store.addRows(batch.id(), outcomes);
        }

        private List<RowOutcome> rehearse(List<ReadCells.Cells> cells, List<RowOutcome> unread) {
            try {
                return Via.during(
                        "import",
                        () -> database.write(handle -> {
                            Rehearsal.Scene scene = rehearsal.scene();
                            throw new RolledBack(apply(cells, scene), scene);
                        }));
            } catch (RolledBack rehearsed) {
                rehearsed.scene.done();
                List<RowOutcome> outcomes = new ArrayList<>(rehearsed.outcomes);
                outcomes.addAll(unread);
                note(outcomes);
                return outcomes;
            }
        }

        private List<RowOutcome> apply(List<ReadCells.Cells> cells, Rehearsal.@Nullable Scene scene) {
            References references = new References(kit, records, actor, scene);
            Matches matches = new Matches(kit, type, batch.mapping().keys(), actor);
            return new ApplyRows(
                            database, records, type, batch.mapping(), actor, batch.id(), references, matches, scene)
                    .apply(cells);
        }
    }

    /** Ends a transaction of a dry run. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<RowOutcome> outcomes;
        private final transient Rehearsal.Scene scene;

        RolledBack(List<RowOutcome> outcomes, Rehearsal.Scene scene) {
            super("rehearsed", null, false, false);
            this.outcomes = outcomes;
            this.scene = scene;
        }
    }
}
