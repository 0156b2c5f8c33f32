package org.weir.store.schema;

import org.weir.store.api.Database;
import org.weir.store.api.Dialect;
import org.weir.store.transaction.Transactions;

/** One bundle's door to the one database. */
record SchemaDatabase(String schema, Transactions transactions) implements Database {
    @Override
    public Dialect dialect() {
        return transactions.dialect();
    }

    @Override
    public <T, X extends Exception> T read(Work<T, X> work) throws X {
        return transactions.read(work);
    }

    @Override
    public <T, X extends Exception> T write(Work<T, X> work) throws X {
        return transactions.write(work);
    }

    @Override
    public <T, X extends Exception> T attempt(Work<T, X> work) throws X {
        return transactions.attempt(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }

    @Override
    public void afterEnd(Runnable action) {
        transactions.afterEnd(action);
    }
}
