package org.weir.records.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SQL text and the values bound to its question marks, grown piece by piece. Text is only ever written by the program and
 * the declarations of record types; whatever came in is an argument.
 */
public final class Sql {
    private static final long NOBODY = -1;

    private final StringBuilder text = new StringBuilder(256);
    private final List<@Nullable Object> arguments = new ArrayList<>();

    public static Sql of(String text, @Nullable Object... arguments) {
        return new Sql().add(text, arguments);
    }

    public static Sql yes() {
        return of("1 = 1");
    }

    public static Sql no() {
        return of("1 = 0");
    }

    public Sql add(String piece, @Nullable Object... more) {
        text.append(piece);
        Collections.addAll(arguments, more);
        return this;
    }

    public Sql add(Sql other) {
        text.append(other.text);
        arguments.addAll(other.arguments);
        return this;
    }

    /**
     * {@code column in (?, ?)}; nothing is in an empty list. It is filled up to the next quarter between powers of two, so that
     * lists of any length make few different texts, which the databases remember compiled: with ids that no record has, because HSQLDB stumbles
     * over each that it has seen before; other values by repeating the last.
     */
    public static Sql in(String column, Collection<?> values) {
        if (values.isEmpty()) {
            return no();
        }
        int size = filled(values.size());
        Sql sql = of(column);
        sql.text.append(" in (?").append(", ?".repeat(size - 1)).append(')');
        sql.arguments.addAll(values);
        Object last = sql.arguments.get(values.size() - 1);
        for (int i = values.size(); i < size; i++) {
            sql.arguments.add(last instanceof UUID ? new UUID(NOBODY, i) : last);
        }
        return sql;
    }

    /** 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64 … */
    private static int filled(int size) {
        int step = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) / 4);
        return (size + step - 1) / step * step;
    }

    /** The conditions joined and put in parentheses; {@code none} when there are none. */
    public static Sql join(String between, List<Sql> conditions, Sql none) {
        if (conditions.isEmpty()) {
            return none;
        }
        if (conditions.size() == 1) {
            return conditions.get(0);
        }
        Sql sql = of("(");
        for (int i = 0; i < conditions.size(); i++) {
            sql.add(i == 0 ? "" : between).add(conditions.get(i));
        }
        return sql.add(")");
    }

    public boolean isYes() {
        return text.toString().equals("1 = 1");
    }

    public boolean isNo() {
        return text.toString().equals("1 = 0");
    }

    public String text() {
        return text.toString();
    }

    public List<@Nullable Object> arguments() {
        return arguments;
    }

    @Override
    public String toString() {
        return text + " " + arguments.size();
    }
}
