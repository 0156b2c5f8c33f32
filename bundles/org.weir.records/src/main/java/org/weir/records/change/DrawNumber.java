package org.weir.records.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.row.Sql;
import org.weir.records.row.StatementFailed;
import org.weir.records.row.Statements;
import org.weir.store.api.Database;

/**
 * Draws the numbers that people see, {@code Q-2026-000123}, in the transaction that creates the record: the row of the
 * series stays locked until it ends, so that no number is drawn twice and none is lost to a creation that fails.
 */
final class DrawNumber {
    private static final Pattern NUMBER = Pattern.compile("([A-Z][A-Z0-9]*)-([0-9]{4})-([0-9]{6,12})");

    private final Database database;
    private final Clock clock;

    DrawNumber(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The values but for the numbers that are still to be drawn. */
    static Map<Field, @Nullable Object> withoutMissing(Map<Field, @Nullable Object> values) {
        Map<Field, @Nullable Object> others = new LinkedHashMap<>(values);
        others.entrySet().removeIf(it -> it.getKey().numbered() && it.getValue() == null);
        return others;
    }

    /** The values with the missing numbers; numbers that were given are not drawn again later. */
    Map<Field, @Nullable Object> drawn(Handle handle, Map<Field, @Nullable Object> values) {
        Map<Field, @Nullable Object> complete = new LinkedHashMap<>(values);
        values.forEach((field, value) -> {
            if (field.numbered() && value == null) {
                complete.put(field, next(handle, field.number()));
            } else if (field.numbered()) {
                raise(handle, field.number(), (String) value);
            }
        });
        return complete;
    }

    private String next(Handle handle, String prefix) {
        int year = LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear();
        Sql step = Sql.of("update records.series set last = last + 1 where prefix = ? and period = ?", prefix, year);
        if (Statements.update(handle, step) == 0) {
            begin(prefix, year);
            Statements.update(handle, step);
        }
        return "%s-%d-%06d".formatted(prefix, year, last(handle, prefix, year));
    }

    private static long last(Handle handle, String prefix, int year) {
        Long last = Statements.first(
                handle,
                Sql.of("select last from records.series where prefix = ? and period = ?", prefix, year),
                it -> it.getLong(1));
        if (last == null) {
            throw new IllegalStateException("The series " + prefix + " of " + year + " is gone");
        }
        return last;
    }

    /** Another may begin the series at the same time, and then has. */
    private void begin(String prefix, int year) {
        try {
            database.attempt(handle -> Statements.update(
                    handle,
                    Sql.of("insert into records.series (prefix, period, last) values (?, ?, 0)", prefix, year)));
        } catch (StatementFailed e) {
            if (!e.violatesUnique()) {
                throw e;
            }
        }
    }

    private void raise(Handle handle, String prefix, String given) {
        Matcher number = NUMBER.matcher(given);
        if (!number.matches() || !number.group(1).equals(prefix)) {
            return;
        }
        int year = Integer.parseInt(number.group(2));
        long at = Long.parseLong(number.group(3));
        if (!Statements.any(
                handle, Sql.of("select 1 from records.series where prefix = ? and period = ?", prefix, year))) {
            begin(prefix, year);
        }
        Statements.update(
                handle,
                Sql.of(
                        "update records.series set last = ? where prefix = ? and period = ? and last < ?",
                        at,
                        prefix,
                        year,
                        at));
    }
}
