package org.weir.aftersales.sla;

import java.util.Locale;

/** What is promised: an answer, service again, the cause removed. */
public enum Metric {
    RESPOND,
    RESTORE,
    RESOLVE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Metric of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
