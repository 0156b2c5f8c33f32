package org.weir.records.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on records. A path leads over reference fields ({@code account.country}) and inverses ({@code
 * employments.person.name}: there is such an employment) to a field. Written as RSQL in URLs and REST: {@code ;} and
 * {@code ,} or, parentheses, {@code name==*mtn*} ({@code *} any characters, case-blind), {@code !=}, {@code =gt= =ge= =lt=
 * =le=}, {@code =in=(a,b)}, {@code =out=(a,b)}, {@code =null=true}; {@code me} and {@code my-team} for users and teams;
 * {@code today}, {@code today-60} for dates and times; quoted values take any character; in texts {@code \*} is a star.
 */
public sealed interface Filter {
    record And(List<Filter> all) implements Filter {}

    record Or(List<Filter> any) implements Filter {}

    record Not(Filter not) implements Filter {}

    /** @param values texts as written; parsed by the field's kind when the query runs */
    record Condition(String path, Op op, List<String> values) implements Filter {}

    enum Op {
        EQ,
        NE,
        GT,
        GE,
        LT,
        LE,
        IN,
        OUT,
        NULL
    }

    /** Equal to this very value: a {@code *} in it stands for itself. */
    static Condition eq(String path, Object value) {
        return new Condition(path, Op.EQ, List.of(literal(value.toString())));
    }

    /** The text with {@code *} and backslash escaped by a backslash, so that it stands for nothing but itself. */
    static String literal(String text) {
        return text.indexOf('*') < 0 && text.indexOf('\\') < 0
                ? text
                : text.replace("\\", "\\\\").replace("*", "\\*");
    }

    static @Nullable Filter both(@Nullable Filter one, @Nullable Filter other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : new And(List.of(one, other));
    }
}
