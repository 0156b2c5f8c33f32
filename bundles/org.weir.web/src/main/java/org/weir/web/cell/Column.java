package org.weir.web.cell;

import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;

/**
 * A column of a list, or a fact of a record.
 *
 * @param name in the URL: a field, {@code ref.field}, a system field or a computed one
 * @param owner the type that the field belongs to
 * @param field null for a computed one
 * @param via the reference field that leads to the field's owner; null for a field of the row itself
 * @param system set when {@code field} is one
 */
public record Column(
        String name,
        String label,
        RecordType owner,
        @Nullable Field field,
        @Nullable Field via,
        @Nullable SystemField system,
        boolean sortable,
        boolean standard) {

    public boolean computed() {
        return field == null;
    }

    public boolean figure() {
        return field != null
                && switch (field.kind()) {
                    case INTEGER, DECIMAL, MONEY -> true;
                    default -> false;
                };
    }

    public boolean title() {
        return field != null && via == null && field.title();
    }
}
