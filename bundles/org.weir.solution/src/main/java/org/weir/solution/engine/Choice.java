package org.weir.solution.engine;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of one feature.
 *
 * @param taken whether it is to be part of the product
 * @param value how many pieces of a counted feature, or the value of a typed one; null to leave that open
 */
public record Choice(
        Feature feature, boolean taken, @Nullable String value) {
    public static Choice take(Feature feature) {
        return new Choice(feature, true, null);
    }

    public static Choice leave(Feature feature) {
        return new Choice(feature, false, null);
    }

    public static Choice count(Feature feature, int pieces) {
        return pieces == 0 ? leave(feature) : new Choice(feature, true, String.valueOf(pieces));
    }
}
