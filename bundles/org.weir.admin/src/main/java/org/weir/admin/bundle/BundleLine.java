package org.weir.admin.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A bundle and how it is.
 *
 * @param file its name in the deploy folder; empty for one that Weir brings
 * @param since when it came or was last changed; null when it could not be installed
 * @param reasons why it is not what it should be; empty when all is well
 */
public record BundleLine(
        String name,
        String title,
        String version,
        String file,
        State state,
        @Nullable Instant since,
        List<Reason> reasons) {

    /** In words of administrators rather than of the framework. */
    public enum State {
        ACTIVE,
        /** Active, but a part of it waits for something. */
        WAITS,
        /** Installed and not started. */
        STOPPED,
        /** Not resolved, not installed or not started because of a failure. */
        REFUSED;

        public String key() {
            return "admin.bundle." + name().toLowerCase(Locale.ROOT);
        }

        public String tone() {
            return switch (this) {
                case ACTIVE -> "good";
                case WAITS, STOPPED -> "warn";
                case REFUSED -> "bad";
            };
        }
    }

    public boolean trouble() {
        return state != State.ACTIVE;
    }
}
