package org.weir.mail.outbox;

/** What has become of a letter. */
public enum LetterState {
    QUEUED,
    SENT,
    /** Given up. */
    FAILED,
    DISCARDED
}
