package org.weir.delivery.acceptance;

/** Provisional starts the warranty, final ends the delivery. */
public enum AcceptanceKind {
    PROVISIONAL,
    FINAL
}
