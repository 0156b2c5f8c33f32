package org.weir.store.transaction;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Database.Work;
import org.weir.store.connection.FreeSpace;

/** A thread's connection and what is to happen when its transaction ends. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Handle handle;
    private final FreeSpace freeSpace;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterEnd = new ArrayList<>();
    private boolean inTransaction;
    private @Nullable Throwable doomed;
    private boolean lost;
    private int attempts;

    Session(Handle handle, FreeSpace freeSpace) {
        this.handle = handle;
        this.freeSpace = freeSpace;
    }

    Handle handle() {
        return handle;
    }

    boolean inTransaction() {
        return inTransaction;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void afterEnd(Runnable action) {
        afterEnd.add(action);
    }

    /** The outermost call. */
    <T, X extends Exception> T transact(Work<T, X> work) throws X {
        boolean done = false;
        begin();
        try {
            T result = work.with(handle);
            requireWhole();
            freeSpace.requireToCommit();
            handle.commit();
            done = true;
            return result;
        } finally {
            inTransaction = false;
            if (!done) {
                rollback();
                afterCommit.clear();
            }
            runAll(afterEnd);
        }
    }

    /** A call inside: when it fails the whole must not be committed, even if the caller goes on. */
    <T, X extends Exception> T join(Work<T, X> work) throws X {
        try {
            return work.with(handle);
        } catch (Throwable e) {
            doomed = e;
            lost |= Transactions.Lost.toAnother(e);
            throw e;
        }
    }

    /** A call inside that may fail alone: what it wrote is undone and the rest goes on. */
    <T, X extends Exception> T attempt(Work<T, X> work) throws X {
        String name = "attempt_" + ++attempts;
        Throwable doomedBefore = doomed;
        int actionsBefore = afterCommit.size();
        handle.savepoint(name);
        try {
            T result = work.with(handle);
            handle.releaseSavepoint(name);
            return result;
        } catch (Throwable e) {
            lost |= Transactions.Lost.toAnother(e);
            if (lost) {
                doomed = e;
            } else {
                handle.rollbackToSavepoint(name);
                doomed = doomedBefore;
            }
            afterCommit.subList(actionsBefore, afterCommit.size()).clear();
            throw e;
        }
    }

    /** After the connection has been given back. */
    void committed() {
        runAll(afterCommit);
    }

    private void begin() {
        doomed = null;
        lost = false;
        handle.begin();
        inTransaction = true;
    }

    private void requireWhole() {
        if (doomed != null) {
            throw new IllegalStateException(
                    "A part of the transaction failed, so nothing of it is kept; parts that may fail alone use attempt",
                    doomed);
        }
    }

    private void rollback() {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            LOG.warn("A transaction could not be rolled back; its connection is given up", e);
        }
    }

    private static void runAll(List<Runnable> actions) {
        List<Runnable> taken = List.copyOf(actions);
        actions.clear();
        for (Runnable action : taken) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What was to follow a transaction failed", e);
            }
        }
    }
}
