package org.weir.records.query;

import java.util.List;
import java.util.stream.Collectors;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.And;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Not;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Filter.Or;

/** Writes a filter as the shortest RSQL that reads back to it. */
final class WriteRsql {
    private static final int OR = 0;
    private static final int AND = 1;
    private static final int UNIT = 2;

    private WriteRsql() {}

    static String write(Filter filter) {
        return write(filter, OR);
    }

    private static String write(Filter filter, int place) {
        if (filter instanceof Or or) {
            return group(or.any(), ",", place, OR, AND);
        }
        if (filter instanceof And and) {
            return group(and.all(), ";", place, AND, UNIT);
        }
        if (filter instanceof Not not) {
            return "!" + write(not.not(), UNIT);
        }
        Condition condition = (Condition) filter;
        String values = condition.values().stream().map(WriteRsql::quote).collect(Collectors.joining(","));
        boolean many = condition.op() == Op.IN || condition.op() == Op.OUT;
        return condition.path() + sign(condition.op()) + (many ? "(" + values + ")" : values);
    }

    private static String group(List<Filter> parts, String between, int place, int level, int inner) {
        if (parts.size() == 1) {
            return write(parts.get(0), place);
        }
        String joined = parts.stream().map(it -> write(it, inner)).collect(Collectors.joining(between));
        return place > level ? "(" + joined + ")" : joined;
    }

    private static String sign(Op op) {
        return switch (op) {
            case EQ -> "==";
            case NE -> "!=";
            case GT -> "=gt=";
            case GE -> "=ge=";
            case LT -> "=lt=";
            case LE -> "=le=";
            case IN -> "=in=";
            case OUT -> "=out=";
            case NULL -> "=null=";
        };
    }

    private static String quote(String value) {
        boolean plain = !value.isEmpty()
                && value.strip().equals(value)
                && value.chars().noneMatch(it -> "\"'();,".indexOf(it) >= 0);
        if (plain) {
            return value;
        }
        char quote = value.indexOf('"') >= 0 && value.indexOf('\'') < 0 ? '\'' : '"';
        return quote + value.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote) + quote;
    }
}
