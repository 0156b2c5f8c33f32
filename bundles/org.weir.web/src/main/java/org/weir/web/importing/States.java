package org.weir.web.importing;

import java.text.NumberFormat;
import java.util.Locale;
import org.weir.records.api.Imports.State;
import org.weir.web.api.Visit;

/** What the states of a batch are called, and how they look. */
public final class States {
    private States() {}

    public static String key(State state) {
        return "transfer.batch." + lower(state);
    }

    public static String tone(State state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case CANCELLED -> "warn";
            case CHECKING, RUNNING, UNDOING -> "info";
            case UPLOADED, CHECKED, UNDONE -> "";
        };
    }

    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static String number(Visit visit, long value) {
        return NumberFormat.getIntegerInstance(visit.locale()).format(value);
    }
}
