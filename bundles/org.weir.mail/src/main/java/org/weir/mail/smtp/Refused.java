package org.weir.mail.smtp;

/** The mail server will never take this letter. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
