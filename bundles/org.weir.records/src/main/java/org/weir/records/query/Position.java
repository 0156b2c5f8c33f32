package org.weir.records.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.records.query.Ordering.Key;
import org.weir.records.row.Sql;

/** A place in an order: the values of its keys. Gives the condition for what comes after or before it. */
record Position(List<@Nullable Object> values) {
    /**
     * @param from the first key that still tells rows apart (those before are the same for all)
     * @param back what comes before instead
     */
    Sql beyond(List<Key> keys, int from, boolean back) {
        Key first = keys.get(from);
        Sql any = any(keys, from, back);
        boolean bounded = !first.nullable() && from < keys.size() - 1;
        if (!bounded) {
            return any;
        }
        String sign = first.descending() == back ? " >= ?" : " <= ?";
        return Sql.of("(" + first.expression() + sign + " and ", values.get(from))
                .add(any)
                .add(")");
    }

    private Sql any(List<Key> keys, int at, boolean back) {
        Key key = keys.get(at);
        Sql further = further(key, values.get(at), back);
        if (at == keys.size() - 1) {
            return further;
        }
        Object value = values.get(at);
        Sql same = value == null ? Sql.of(key.expression() + " is null") : Sql.of(key.expression() + " = ?", value);
        Sql both =
                Sql.of("(").add(same).add(" and ").add(any(keys, at + 1, back)).add(")");
        return further.isNo()
                ? both
                : Sql.of("(").add(further).add(" or ").add(both).add(")");
    }

    /** Empty values come last, whatever the direction. */
    private static Sql further(Key key, @Nullable Object value, boolean back) {
        if (value == null) {
            return back ? Sql.of(key.expression() + " is not null") : Sql.no();
        }
        String sign = key.descending() == back ? " > ?" : " < ?";
        Sql beyond = Sql.of(key.expression() + sign, value);
        return key.nullable() && !back ? Sql.of("(").add(beyond).add(" or " + key.expression() + " is null)") : beyond;
    }
}
