package org.weir.delivery.task;

/** Half of a working day. */
public enum Half {
    MORNING,
    AFTERNOON
}
