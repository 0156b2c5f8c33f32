package org.weir.store.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: a column whose values are kept under {@link Seal}. What lies there unsealed, or under an older key, is
 * sealed anew by one of the nodes, soon after start and whenever the key has changed. The values must be read with {@link
 * Seal#open} and the same names: {@code table.column} and the row's key as text.
 */
@ConsumerType
public interface SealedColumn {
    /** That of the schema. */
    Database database();

    /** With the schema: {@code access.second_factor}. */
    String table();

    /** The column that tells rows apart, a uuid. */
    String key();

    String column();
}
