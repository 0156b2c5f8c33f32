package org.weir.store.schema;

/** A bundle's schema cannot be brought to what the bundle needs; the message says why, in a sentence or two. */
public final class MigrationFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public MigrationFailed(String reason, Throwable cause) {
        super(reason, cause);
    }

    public MigrationFailed(String reason) {
        super(reason);
    }
}
