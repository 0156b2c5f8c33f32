package org.weir.delivery.planning;

import org.weir.base.api.Text;

/** Is told where a long plan is; what it throws ends the planning with nothing written. */
@FunctionalInterface
public interface Steps {
    Steps UNSEEN = (done, total, what) -> {};

    /** @param done units of the part under way, out of {@code total} */
    void step(long done, long total, Text what);
}
