package org.weir.aftersales.sla;

import java.util.Locale;

/** How much the customer suffers. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    QUESTION;

    /** As stored and as in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Severity of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
