package org.weir.store.seal;

import java.util.List;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.store.api.SealedColumn;

/** Seals with today's key what lies unsealed in a column, or under an older one. */
final class SealAnew {
    private final Seal seal;

    SealAnew(Seal seal) {
        this.seal = seal;
    }

    private record Value(UUID row, String stored) {}

    /**
     * A value that changes meanwhile is left to who changes it.
     *
     * @return how many were sealed anew
     * @throws ProblemException when some could not be opened; the others are done
     */
    int in(SealedColumn column) {
        Database database = column.database();
        String place = column.table() + "." + column.column();
        List<Value> old = database
                .read(handle -> handle.createQuery(
                                "select %1$s as row_key, %2$s as stored from %3$s where %2$s is not null"
                                        .formatted(column.key(), column.column(), column.table()))
                        .map((row, context) -> new Value(row.getObject("row_key", UUID.class), row.getString("stored")))
                        .list())
                .stream()
                .filter(it -> !seal.current(it.stored()))
                .toList();
        int done = 0;
        ProblemException closed = null;
        for (Value value : old) {
            try {
                done += anew(column, place, value);
            } catch (ProblemException e) {
                closed = e;
            }
        }
        if (closed != null) {
            throw closed;
        }
        return done;
    }

    private int anew(SealedColumn column, String place, Value value) {
        String row = value.row().toString();
        String anew = seal.seal(place, row, seal.open(place, row, value.stored()));
        return column.database().<Integer, RuntimeException>write(handle -> handle.createUpdate(
                        "update %1$s set %2$s = :anew where %3$s = :row and %2$s = :old"
                                .formatted(column.table(), column.column(), column.key()))
                .bind("anew", anew)
                .bind("row", value.row())
                .bind("old", value.stored())
                .execute());
    }
}
