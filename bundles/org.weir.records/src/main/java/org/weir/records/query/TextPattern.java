package org.weir.records.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.weir.records.row.Sql;
import org.weir.store.api.Dialect;

/**
 * A text value of a filter: {@code *} stands for any characters, {@code \*} and {@code \\} for themselves.
 *
 * @param pieces the texts between the stars; one piece when there is no star
 */
record TextPattern(List<String> pieces) {
    static TextPattern of(String value) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '*') {
                pieces.add(piece.toString());
                piece.setLength(0);
                continue;
            }
            if (c == '\\' && i + 1 < value.length() && "*\\".indexOf(value.charAt(i + 1)) >= 0) {
                c = value.charAt(++i);
            }
            piece.append(c);
        }
        pieces.add(piece.toString());
        return new TextPattern(List.copyOf(pieces));
    }

    boolean wild() {
        return pieces.size() > 1;
    }

    /** The value itself, when it is not wild. */
    String literal() {
        return pieces.get(0);
    }

    /** The pattern for SQL's like, with {@code !} as its escape, each piece turned as the column's texts are. */
    String like(UnaryOperator<String> turn) {
        return pieces.stream().map(it -> escape(turn.apply(it))).collect(Collectors.joining("%"));
    }

    /**
     * The condition on an indexed column. HSQLDB 2.7.4 finds nothing for {@code k < ? and k like ? order by k desc}: the
     * column stands in an expression, so that only the beginning of the pattern takes part in the search of the index.
     */
    Sql matches(Dialect dialect, String column, UnaryOperator<String> turn) {
        Sql like = Sql.of("(" + column + " || '') like ? escape '!'", like(turn));
        String beginning = turn.apply(pieces.get(0));
        return beginning.isEmpty()
                ? like
                : Sql.of("(")
                        .add(Beginning.range(dialect, column, beginning))
                        .add(like)
                        .add(")");
    }

    static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
