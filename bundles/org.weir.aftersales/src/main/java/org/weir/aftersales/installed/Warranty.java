package org.weir.aftersales.installed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a warranty stands on a day. */
public enum Warranty {
    UNKNOWN("plain"),
    RUNNING("good"),
    /** Ends within {@link #SOON} days. */
    ENDING("warn"),
    OVER("bad");

    public static final int SOON = 90;

    private final String tone;

    Warranty(String tone) {
        this.tone = tone;
    }

    /** {@code plain, good, warn, bad}. */
    public String tone() {
        return tone;
    }

    /** @param until the last day of the warranty */
    public static Warranty on(LocalDate day, @Nullable LocalDate until) {
        if (until == null) {
            return UNKNOWN;
        }
        if (until.isBefore(day)) {
            return OVER;
        }
        return until.isAfter(day.plusDays(SOON)) ? RUNNING : ENDING;
    }
}
