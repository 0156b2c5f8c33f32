package org.weir.records.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.And;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.RecordType;
import org.weir.records.row.Table;

/**
 * A column that a filter sets equal to one value, so that ordering by it first changes nothing, but lets HSQLDB walk an index
 * that begins with it and goes on with the order (0.007 ms instead of 4 ms for 50 rows). Not so for choices: their values
 * are shared by so many records that walking along the order and leaving out the others is quicker than sorting.
 */
final class Leading {
    private Leading() {}

    /** Empty when there is none. */
    static String column(RecordType type, @Nullable Filter filter) {
        if (filter instanceof And and) {
            for (Filter part : and.all()) {
                String column = column(type, part);
                if (!column.isEmpty()) {
                    return column;
                }
            }
        }
        if (!(filter instanceof Condition condition) || condition.op() != Op.EQ) {
            return "";
        }
        Field field = type.field(condition.path());
        if (field == null || field.title()) {
            return "";
        }
        String value = condition.values().get(0).toLowerCase(Locale.ROOT);
        boolean one =
                switch (field.kind()) {
                    case TEXT -> value.indexOf('*') < 0;
                    case INTEGER, DATE -> true;
                    case REF -> !value.equals("my-team");
                    default -> false;
                };
        return one ? Table.column("t", field) : "";
    }
}
