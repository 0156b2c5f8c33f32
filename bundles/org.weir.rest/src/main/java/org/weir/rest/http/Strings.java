package org.weir.rest.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts from outside, looked at closely. */
public final class Strings {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Strings() {}

    /** Without NUL and without half a surrogate pair: what both databases can keep. */
    public static boolean sound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The id written in the one usual way, else null. */
    public static @Nullable UUID uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** ISO 8601 with an offset or Z, in the years 1 to 9999. @throws DateTimeException otherwise */
    public static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        within(time.withOffsetSameInstant(ZoneOffset.UTC).getYear());
        return time.toInstant();
    }

    /** {@code 2026-11-21}, in the years 1 to 9999. @throws DateTimeException otherwise */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        within(date.getYear());
        return date;
    }

    private static void within(int year) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
    }
}
