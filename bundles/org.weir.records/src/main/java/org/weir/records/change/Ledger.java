package org.weir.records.change;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Where changes are noted, in their transaction. */
@FunctionalInterface
public interface Ledger {
    /** @param deeds in the order they were done */
    void note(Handle handle, List<Deed> deeds);
}
