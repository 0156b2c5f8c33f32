package org.weir.records.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.weir.store.api.Database;

/**
 * Brings a record type into the suite: a whiteboard service, one per type. Take the database by constructor reference, so
 * that the type appears only when its schema is there.
 */
@ConsumerType
public interface RecordDeclaration {
    /** A Java record annotated with {@link RecordSpec}. */
    Class<? extends Record> record();

    Database database();
}
