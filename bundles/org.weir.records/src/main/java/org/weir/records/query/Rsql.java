package org.weir.records.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.And;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Not;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Filter.Or;

/**
 * Reads RSQL: {@code or = and *("," and)}, {@code and = unit *(";" unit)}, {@code unit = "!" unit / "(" or ")" / condition}.
 * Says at which character (counted from 1) something is wrong.
 */
final class Rsql {
    static final int LONGEST = 8_000;
    private static final int DEEPEST = 12;
    private static final int MOST = 100;
    private static final int MOST_VALUES = 500;
    private static final String RESERVED = "\"'();,=!~<> \t";
    private static final Map<String, Op> OPS = Map.ofEntries(
            Map.entry("==", Op.EQ),
            Map.entry("!=", Op.NE),
            Map.entry("=gt=", Op.GT),
            Map.entry(">", Op.GT),
            Map.entry("=ge=", Op.GE),
            Map.entry(">=", Op.GE),
            Map.entry("=lt=", Op.LT),
            Map.entry("<", Op.LT),
            Map.entry("=le=", Op.LE),
            Map.entry("<=", Op.LE),
            Map.entry("=in=", Op.IN),
            Map.entry("=out=", Op.OUT),
            Map.entry("=null=", Op.NULL));

    private final String text;
    private int at;
    private int conditions;

    private Rsql(String text) {
        this.text = text;
    }

    static Filter read(String text) {
        if (text.length() > LONGEST) {
            throw Wrong.query("too-long", LONGEST);
        }
        Rsql reading = new Rsql(text);
        Filter filter = reading.or(0);
        if (reading.at < text.length()) {
            throw Wrong.query("unexpected", reading.at + 1, reading.here());
        }
        return filter;
    }

    private Filter or(int depth) {
        List<Filter> any = new ArrayList<>();
        do {
            any.add(and(depth));
        } while (take(','));
        return any.size() == 1 ? any.get(0) : new Or(List.copyOf(any));
    }

    private Filter and(int depth) {
        List<Filter> all = new ArrayList<>();
        do {
            all.add(unit(depth));
        } while (take(';'));
        return all.size() == 1 ? all.get(0) : new And(List.copyOf(all));
    }

    private Filter unit(int depth) {
        if (depth > DEEPEST) {
            throw Wrong.query("too-deep", DEEPEST);
        }
        if (take('!')) {
            return new Not(unit(depth + 1));
        }
        if (!take('(')) {
            return condition();
        }
        int open = at;
        Filter inner = or(depth + 1);
        if (!take(')')) {
            throw Wrong.query("unclosed", open);
        }
        return inner;
    }

    private Condition condition() {
        if (++conditions > MOST) {
            throw Wrong.query("too-many", MOST);
        }
        skip();
        String path = word();
        if (path.isEmpty()) {
            throw Wrong.query("field-expected", at + 1, here());
        }
        Op op = op(path);
        if (op != Op.IN && op != Op.OUT) {
            return new Condition(path, op, List.of(value()));
        }
        return new Condition(path, op, values());
    }

    private Op op(String path) {
        skip();
        int from = at;
        if (at < text.length() && (text.charAt(at) == '<' || text.charAt(at) == '>')) {
            at += at + 1 < text.length() && text.charAt(at + 1) == '=' ? 2 : 1;
        } else if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == '!')) {
            int end = text.indexOf('=', at + 1);
            at = end < 0 ? text.length() : end + 1;
        }
        Op op = OPS.get(text.substring(from, at));
        if (op == null) {
            throw Wrong.query(
                    "operator-expected", from + 1, path, text.substring(from, Math.min(text.length(), from + 8)));
        }
        return op;
    }

    private List<String> values() {
        skip();
        int open = at + 1;
        if (!take('(')) {
            throw Wrong.query("list-expected", open, here());
        }
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
            if (values.size() > MOST_VALUES) {
                throw Wrong.query("too-many-values", MOST_VALUES);
            }
        } while (take(','));
        if (!take(')')) {
            throw Wrong.query("unclosed", open);
        }
        return List.copyOf(values);
    }

    private String value() {
        skip();
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return quoted(text.charAt(at));
        }
        int from = at;
        while (at < text.length() && "\"'();,".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String value = text.substring(from, at).strip();
        if (value.isEmpty()) {
            throw Wrong.query("value-expected", from + 1, here());
        }
        return value;
    }

    /** Inside quotes, the same quote is written {@code \"} and a backslash {@code \\}; any other backslash stands for itself. */
    private String quoted(char quote) {
        int open = ++at;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && at < text.length() && (text.charAt(at) == quote || text.charAt(at) == '\\')) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        throw Wrong.query("unclosed-quote", open);
    }

    private String word() {
        int from = at;
        while (at < text.length() && RESERVED.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean take(char c) {
        skip();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String here() {
        return at >= text.length() ? "" : text.substring(at, text.offsetByCodePoints(at, 1));
    }
}
