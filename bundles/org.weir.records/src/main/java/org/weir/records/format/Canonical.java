package org.weir.records.format;

import java.util.Locale;
import org.weir.records.api.Field;

/**
 * In which language the values of URLs, JSON and history are read: numbers always in their canonical form ({@code 1.234} is
 * never a thousand there), names of countries and choices in the reader's.
 */
public final class Canonical {
    private Canonical() {}

    public static Locale locale(Field field, Locale reader) {
        return switch (field.kind()) {
            case INTEGER, DECIMAL, MONEY, DATE, TIME -> Locale.ROOT;
            default -> reader;
        };
    }
}
