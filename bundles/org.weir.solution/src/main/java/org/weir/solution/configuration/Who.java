package org.weir.solution.configuration;

import java.util.Locale;

/** Who made a choice. People's choices stay until people change them; the others give way to them. */
public enum Who {
    USER,
    /** The model's own proposal. */
    DEFAULT,
    /** Completion. */
    ENGINE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Who of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
