package org.weir.access.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.weir.store.api.Database;

/** Moves on whenever somebody's rights, password or sessions have changed on this node. */
public final class Generation {
    private final AtomicLong number = new AtomicLong();
    private final Database database;

    public Generation(Database database) {
        this.database = database;
    }

    long now() {
        return number.get();
    }

    /** What was remembered is forgotten once the change is committed. */
    public void moveOn() {
        database.afterCommit(number::incrementAndGet);
    }
}
