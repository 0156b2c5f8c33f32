package org.weir.web.importing;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Imports;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.Imports.RowResult;
import org.weir.records.api.Imports.State;
import org.weir.records.api.RecordType;
import org.weir.web.api.Visit;
import org.weir.web.shell.Urls;

/** The rows of a batch with what came of them, a page at a time. */
final class ListRows {
    private static final int PAGE = 50;
    private static final int FURTHEST = 10_000_000;

    private final Imports imports;

    ListRows(Imports imports) {
        this.imports = imports;
    }

    ImportView.Rows list(Visit visit, RecordType type, Batch batch) {
        Outcome outcome = wanted(visit, batch);
        int from = from(visit.param("from"));
        List<RowResult> found = imports.results(visit.actor(), batch.id(), outcome, from, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<ImportView.Line> lines = found.stream()
                .limit(PAGE)
                .map(it -> line(visit, type, batch, it))
                .toList();
        Urls here = Urls.of("/imports/" + batch.id()).with("rows", name(outcome));
        NumberFormat numbers = NumberFormat.getIntegerInstance(visit.locale());
        return new ImportView.Rows(
                name(outcome),
                filters(visit, batch, outcome),
                lines,
                lines.isEmpty() ? "" : numbers.format(from + 1L) + "–" + numbers.format(from + (long) lines.size()),
                from == 0
                        ? ""
                        : here.with("from", from <= PAGE ? "" : String.valueOf(from - PAGE))
                                .toString(),
                more ? here.with("from", String.valueOf(from + PAGE)).toString() : "");
    }

    /** Those somebody should look at first, unless others are asked for. */
    private static @Nullable Outcome wanted(Visit visit, Batch batch) {
        String asked = visit.param("rows");
        if (asked == null) {
            return List.of(Outcome.KEPT, Outcome.FAILED).stream()
                    .filter(it -> batch.counts().getOrDefault(it, 0L) > 0)
                    .findFirst()
                    .orElse(null);
        }
        for (Outcome outcome : Outcome.values()) {
            if (name(outcome).equals(asked)) {
                return outcome;
            }
        }
        return null;
    }

    private static int from(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Math.min(FURTHEST, Integer.parseInt(text)));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private static String name(@Nullable Outcome outcome) {
        return outcome == null ? "all" : outcome.name().toLowerCase(Locale.ROOT);
    }

    private static List<ImportView.Filter> filters(Visit visit, Batch batch, @Nullable Outcome present) {
        List<ImportView.Filter> result = new ArrayList<>();
        String own = "/imports/" + batch.id() + "?rows=";
        result.add(new ImportView.Filter(visit.t("web.all"), own + "all", present == null));
        for (Outcome outcome : Outcome.values()) {
            if (batch.counts().getOrDefault(outcome, 0L) > 0) {
                result.add(
                        new ImportView.Filter(label(visit, batch, outcome), own + name(outcome), outcome == present));
            }
        }
        return result;
    }

    private static String label(Visit visit, Batch batch, Outcome outcome) {
        String tense = batch.state() == State.CHECKED ? "trial." : "";
        return visit.t("transfer.outcome." + tense + name(outcome));
    }

    private static ImportView.Line line(Visit visit, RecordType type, Batch batch, RowResult row) {
        Field field = type.field(row.field());
        Text reason = row.reason();
        return new ImportView.Line(
                NumberFormat.getIntegerInstance(visit.locale()).format(row.line()),
                label(visit, batch, row.outcome()),
                tone(row.outcome()),
                MakeColumns.shortened(row.title()),
                url(type, batch, row),
                field == null ? row.field() : visit.t(type.label(field)),
                reason == null ? "" : visit.t(reason));
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> "good";
            case CHANGED -> "info";
            case FAILED -> "bad";
            case KEPT -> "warn";
            case UNCHANGED, UNDONE -> "";
        };
    }

    /** Rows that a trial run would create are nowhere yet, and undone ones are no more. */
    private static String url(RecordType type, Batch batch, RowResult row) {
        boolean there =
                switch (row.outcome()) {
                    case CREATED -> batch.state() != State.CHECKED;
                    case CHANGED, UNCHANGED, KEPT -> true;
                    case FAILED, UNDONE -> false;
                };
        return there && row.record() != null ? "/r/" + type.name() + "/" + row.record() : "";
    }
}
