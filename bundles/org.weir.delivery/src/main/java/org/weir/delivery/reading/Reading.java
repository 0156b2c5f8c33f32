package org.weir.delivery.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Whole sets of records as one actor sees them, and the values in them. */
public record Reading(Records records, Actor actor) {
    private static final int PAGE = 500;

    /** All that fit, by the type's order. */
    public List<Row> all(String type, @Nullable Filter filter) {
        List<Row> rows = new ArrayList<>();
        @Nullable String after = null;
        do {
            Records.PageOfRows page = records.list(actor, new Query(type, filter, "", List.of(), PAGE, after, null));
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }

    /** All whose field has the value. */
    public List<Row> of(String type, String field, Object value) {
        return all(type, Filter.eq(field, value));
    }

    /** All whose field has one of the values; none for none. */
    public List<Row> in(String type, String field, List<?> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> texts = values.stream().map(Object::toString).toList();
        return all(type, new Filter.Condition(field, Filter.Op.IN, texts));
    }

    /** A number that the record must have. */
    public static int number(Row row, String field) {
        return Math.toIntExact((Long) Objects.requireNonNull(row.get(field), field));
    }

    public static @Nullable LocalDate date(Row row, String field) {
        return (LocalDate) row.get(field);
    }

    public static boolean yes(Row row, String field) {
        return Boolean.TRUE.equals(row.get(field));
    }

    /** A reference that the record must have. */
    public static UUID ref(Row row, String field) {
        return Objects.requireNonNull(row.ref(field), field);
    }

    /** A text that the record must have. */
    public static String text(Row row, String field) {
        return Objects.requireNonNull(row.text(field), field);
    }
}
