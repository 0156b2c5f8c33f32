package org.weir.records.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says by which way the changes made on this thread come about, for history: {@code restore}, {@code undo}, {@code action:NAME}. */
public final class Via {
    private static final ThreadLocal<@Nullable String> NOW = new ThreadLocal<>();

    private Via() {}

    /** Runs the work; changes made in it are noted with the way, and with the outer way again afterwards. */
    public static <T> T during(String way, Supplier<T> work) {
        String before = NOW.get();
        NOW.set(way);
        try {
            return work.get();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    /** The way now, empty for plain changes. */
    public static String now() {
        String way = NOW.get();
        return way == null ? "" : way;
    }
}
