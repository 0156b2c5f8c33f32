package org.weir.delivery.scheduling;

/** Which end of the later activity waits for which end of the earlier one. */
public enum LinkType {
    /** The later starts when the earlier has finished. */
    FINISH_START,
    /** The later starts when the earlier has started. */
    START_START,
    /** The later finishes when the earlier has finished. */
    FINISH_FINISH,
    /** The later finishes when the earlier has started. */
    START_FINISH;

    /** Whether the earlier activity's finish counts, not its start. */
    boolean fromFinish() {
        return this == FINISH_START || this == FINISH_FINISH;
    }

    /** Whether the later activity's finish is held, not its start. */
    boolean toFinish() {
        return this == FINISH_FINISH || this == START_FINISH;
    }
}
