package org.weir.aftersales.sla;

import java.time.Duration;
import org.weir.base.api.Text;

/** Lengths of time in words: 45 min, 4 h, 2 h 10 min. */
public final class Lengths {
    private Lengths() {}

    public static Text text(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 60) {
            return Text.of("sla.minutes", minutes);
        }
        return minutes % 60 == 0
                ? Text.of("sla.whole-hours", minutes / 60)
                : Text.of("sla.hours", minutes / 60, minutes % 60);
    }
}
