package org.weir.base.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Says whether something that people rely on is well; a whiteboard service, asked every half minute on each node. */
@ConsumerType
public interface HealthCheck {
    /** Unique; lower case with dashes: {@code disk-space}. Names the figure {@code weir_health} too. */
    String name();

    /** What is looked at, for people. */
    Text title();

    /** Looks. Takes a second at most; what it throws counts as {@link Level#BAD}. */
    Result check() throws Exception;

    enum Level {
        GOOD,
        /** Works, but somebody should look. */
        WARN,
        /** Does not work. */
        BAD
    }

    /** @param words how it is, in a sentence */
    record Result(Level level, Text words) {
        public static Result good(Text words) {
            return new Result(Level.GOOD, words);
        }

        public static Result warn(Text words) {
            return new Result(Level.WARN, words);
        }

        public static Result bad(Text words) {
            return new Result(Level.BAD, words);
        }
    }
}
