package org.weir.store.api;

import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One bundle's schema, migrated to what the bundle ships. Registered with the service property {@code schema=NAME} for
 * each started bundle whose manifest says {@code Weir-Schema: NAME} and that carries {@code db/NAME/V…__….sql};
 * reference it with {@code @Reference(target = "(schema=NAME)")}.
 *
 * <p>All schemas live in one database, so a transaction begun here spans every bundle that takes part: a nested call on
 * the same thread joins the transaction under way.
 */
@ProviderType
public interface Database {
    String schema();

    Dialect dialect();

    /** Reads. Joins the thread's transaction if there is one. */
    <T, X extends Exception> T read(Work<T, X> work) throws X;

    /**
     * Writes, all or nothing; an exception rolls everything back. A transaction lost to a concurrent one (serialisation
     * failure, deadlock) is retried a few times when this is the outermost call, so the work must be repeatable.
     */
    <T, X extends Exception> T write(Work<T, X> work) throws X;

    /** {@link #write} for work without a result. */
    default <X extends Exception> void perform(Action<X> action) throws X {
        this.<Boolean, X>write(handle -> {
            action.with(handle);
            return true;
        });
    }

    /**
     * A part of the transaction under way that may fail alone (one row of an import): an exception undoes what the part
     * wrote, and the caller may go on. Without a transaction the same as {@link #write}. A nested {@code write} that
     * fails dooms the whole transaction even if its exception is caught.
     */
    <T, X extends Exception> T attempt(Work<T, X> work) throws X;

    /** Runs after the thread's outermost transaction has committed; at once when there is none; never after rollback. */
    void afterCommit(Runnable action);

    /** Runs when the thread's outermost transaction has ended, committed or not; at once when there is none. */
    void afterEnd(Runnable action);

    /** What is done with a connection. Statements name tables with their schema. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T with(Handle handle) throws X;
    }

    /** What is done with a connection, without a result. */
    @FunctionalInterface
    interface Action<X extends Exception> {
        void with(Handle handle) throws X;
    }
}
