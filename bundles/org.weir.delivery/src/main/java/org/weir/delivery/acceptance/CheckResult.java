package org.weir.delivery.acceptance;

/** What a line of the checklist came to. */
public enum CheckResult {
    OPEN,
    OK,
    NOT_OK,
    NOT_APPLICABLE
}
