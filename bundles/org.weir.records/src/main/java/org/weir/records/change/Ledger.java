package org.weir.records.change;

import org.jdbi.v3.core.Handle;

/** Where changes are noted, in their transaction. */
@FunctionalInterface
public interface Ledger {
    void note(Handle handle, Deed deed);
}
