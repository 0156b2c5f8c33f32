package org.weir.delivery.task;

import java.util.Locale;

/** How the second task hangs on the first: the finish or start of the first bounds the start or finish of the second. */
public enum LinkKind {
    /** Finish to start. */
    FS,
    /** Start to start. */
    SS,
    /** Finish to finish. */
    FF,
    /** Start to finish. */
    SF;

    /** As it stands in a record. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
