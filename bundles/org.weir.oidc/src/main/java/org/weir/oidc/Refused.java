package org.weir.oidc;

/** Why somebody does not get in, as a code that the sign-in page explains. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** Codes of the sign-in page. */
    enum Why {
        /** The provider said no. */
        DENIED,
        /** Too late, used before, or another browser. */
        LATE,
        /** The provider's answer does not hold. */
        FAILED,
        /** Nobody here, and none is made. */
        UNKNOWN,
        /** The login belongs to somebody else here. */
        TAKEN,
        /** Deactivated here. */
        INACTIVE
    }

    Refused(Why why, String detail) {
        super(detail);
        this.why = why;
    }

    Refused(Why why, String detail, Throwable cause) {
        super(detail, cause);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
