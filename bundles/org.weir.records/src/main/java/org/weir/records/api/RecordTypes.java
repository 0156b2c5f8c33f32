package org.weir.records.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** All record types that are there now. */
@ProviderType
public interface RecordTypes {
    /** By section and order. */
    List<RecordType> all();

    Optional<RecordType> find(String name);

    /** @throws org.weir.base.api.ProblemException 404 when no bundle brings the type now */
    RecordType get(String name);

    /** The reference fields of any type that point to this one and name an inverse. */
    List<Inverse> inverses(RecordType of);

    /** Computed fields contributed to the type, in order. */
    List<ComputedField> computed(RecordType type);

    /** Actions contributed to the type, in order. */
    List<Action> actions(RecordType type);

    /**
     * The form of an action's input, as a type without a table, named {@code TYPE.action.NAME}: its labels are {@code
     * record.TYPE.action.NAME.FIELD}. Without fields when the action asks for nothing.
     */
    RecordType input(Action action);

    /** {@code type.field} points here and calls it {@code name}. */
    record Inverse(String name, RecordType type, Field field) {}
}
