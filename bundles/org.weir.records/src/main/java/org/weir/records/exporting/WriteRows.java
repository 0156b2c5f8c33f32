package org.weir.records.exporting;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Formats;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Records.PageOfRows;
import org.weir.records.api.Row;
import org.weir.records.sheet.SheetWriter;

/**
 * Writes the records of a query, page by page. What is written can be imported again: choices and heads by their label,
 * references by title, entries of lists by line, the rest in canonical form.
 */
final class WriteRows {
    private static final int PAGE = 500;
    private static final int COUNTED = 200_000;

    private final Records records;
    private final Formats formats;
    private final Texts texts;

    WriteRows(Records records, Formats formats, Texts texts) {
        this.records = records;
        this.formats = formats;
        this.texts = texts;
    }

    /** @return how many records were written */
    long write(
            Actor actor,
            RecordType type,
            Query wanted,
            List<Field> fields,
            SheetWriter out,
            boolean typed,
            Progress progress)
            throws IOException {
        out.row(fields.stream()
                .map(it -> texts.text(actor.locale(), type.label(it)))
                .toList());
        long total = records.count(actor, wanted, COUNTED).number();
        long done = 0;
        String after = null;
        do {
            Query query = new Query(type.name(), wanted.filter(), wanted.q(), wanted.sort(), PAGE, after, null);
            PageOfRows page = records.list(actor, query);
            Map<UUID, String> titles = titles(actor, fields, page.rows());
            for (Row row : page.rows()) {
                List<@Nullable Object> cells = new ArrayList<>(fields.size());
                for (Field field : fields) {
                    cells.add(cell(actor, type, field, row.get(field.name()), titles, typed));
                }
                out.row(cells);
            }
            done += page.rows().size();
            progress.step(done, Math.max(total, done), Text.of("export.progress", done));
            after = page.next();
        } while (after != null);
        return done;
    }

    private Map<UUID, String> titles(Actor actor, List<Field> fields, List<Row> rows) {
        Map<String, Set<UUID>> ids = new HashMap<>();
        for (Field field : fields) {
            if (field.kind() == Kind.REF || field.kind() == Kind.REFS) {
                Set<UUID> of = ids.computeIfAbsent(field.ref(), it -> new HashSet<>());
                rows.forEach(row -> add(of, row.get(field.name())));
            }
        }
        Map<UUID, String> titles = new HashMap<>();
        ids.forEach((type, of) -> {
            if (!of.isEmpty()) {
                titles.putAll(records.titles(actor, type, of));
            }
        });
        return titles;
    }

    private static void add(Set<UUID> ids, @Nullable Object value) {
        if (value instanceof UUID id) {
            ids.add(id);
        } else if (value instanceof Collection<?> many) {
            many.forEach(it -> add(ids, it));
        }
    }

    /** A record one may not see is left out. */
    private @Nullable Object cell(
            Actor actor,
            RecordType type,
            Field field,
            @Nullable Object value,
            Map<UUID, String> titles,
            boolean typed) {
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case CHOICE -> texts.text(actor.locale(), type.label(field, value.toString()));
            case REF -> titles.get(value);
            case REFS ->
                ((Collection<?>) value)
                        .stream().map(titles::get).filter(it -> it != null).collect(Collectors.joining("\n"));
            case BOOL, INTEGER, DECIMAL, DATE -> value;
            case TIME ->
                typed
                        ? ((Instant) value)
                                .atZone(actor.zone())
                                .toLocalDateTime()
                                .withNano(0)
                        : formats.write(field, value);
            case TEXT, MONEY, LIST -> formats.write(field, value);
        };
    }
}
