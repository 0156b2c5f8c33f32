package org.weir.records.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.sheet.SheetRow;
import org.weir.records.sheet.SheetTable;
import org.weir.records.sheet.SheetWriter;

/** Writes the rows that were not taken, as they were uploaded, with the reason in a last column. */
final class ErrorFile {
    private static final int AT_ONCE = 1_000;

    private final ImportStore store;
    private final Texts texts;

    ErrorFile(ImportStore store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    void write(UUID batch, RecordType type, Locale locale, SheetTable table, Path to) throws IOException {
        try (SheetWriter out = SheetWriter.csv(Files.newOutputStream(to), true)) {
            int width = table.header().size();
            out.row(with(table.header(), width, texts.text(locale, "import.reason")));
            Failures failures = new Failures(batch);
            for (RowOutcome failure = failures.next(); failure != null; failure = failures.next()) {
                SheetRow row = find(table, failure.line());
                out.row(with(row.cells(), width, reason(type, failure, locale)));
            }
        }
    }

    private static SheetRow find(SheetTable table, long line) {
        SheetRow row = Objects.requireNonNull(table.next());
        while (row.line() < line) {
            row = Objects.requireNonNull(table.next());
        }
        return row;
    }

    /** The reason behind the last column of the header; cells beyond it come after. */
    private static List<String> with(List<String> cells, int width, String reason) {
        List<String> all = new ArrayList<>(cells);
        while (all.size() < width) {
            all.add("");
        }
        all.add(width, reason);
        return all;
    }

    private String reason(RecordType type, RowOutcome failure, Locale locale) {
        Text reason = Objects.requireNonNull(failure.reason());
        Field field = type.field(failure.field());
        Text full = field == null ? reason : Text.of("import.reason.at", type.label(field), reason);
        return texts.text(locale, full);
    }

    /** The failures by line, some at a time. */
    private final class Failures {
        private final UUID batch;
        private Iterator<RowOutcome> some = List.<RowOutcome>of().iterator();
        private long line;

        Failures(UUID batch) {
            this.batch = batch;
        }

        @Nullable
        RowOutcome next() {
            if (!some.hasNext()) {
                some = store.failures(batch, line, AT_ONCE).iterator();
            }
            if (!some.hasNext()) {
                return null;
            }
            RowOutcome next = some.next();
            line = next.line();
            return next;
        }
    }
}
