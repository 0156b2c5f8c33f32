package org.weir.delivery.punch;

/** A blocking item hinders even the provisional acceptance. */
public enum PunchSeverity {
    MINOR,
    MAJOR,
    BLOCKING
}
