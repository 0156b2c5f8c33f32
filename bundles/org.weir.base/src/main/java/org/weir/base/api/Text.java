package org.weir.base.api;

import java.util.List;

/**
 * A text by key, with the arguments of its MessageFormat pattern; resolved by {@link Texts} in the reader's language.
 * An argument may itself be a {@code Text}.
 */
public record Text(String key, List<Object> args) {
    public static Text of(String key, Object... args) {
        return new Text(key, List.of(args));
    }

    @Override
    public String toString() {
        return args.isEmpty() ? key : key + args;
    }
}
