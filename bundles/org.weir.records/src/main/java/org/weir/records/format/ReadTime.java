package org.weir.records.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and times in ISO form and in the forms people of a locale use. */
final class ReadTime {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final List<String> EVERYWHERE =
            List.of("d.M.uuuu", "d-M-uuuu", "uuuu/M/d", "uuuu-M-d", "uuuu年M月d日", "d MMM uuuu", "d MMMM uuuu");
    private static final Pattern CLOCK = Pattern.compile("^(.*?)[ ,T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?$");

    private ReadTime() {}

    static @Nullable LocalDate date(String text, Locale locale) {
        String day = text.strip();
        for (DateTimeFormatter form : forms(locale)) {
            try {
                LocalDate date = LocalDate.parse(day, form);
                return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR ? date : null;
            } catch (DateTimeException e) {
                continue;
            }
        }
        return null;
    }

    /** A date alone is the start of that day in the zone. */
    static @Nullable Instant time(String text, Locale locale, ZoneId zone) {
        String moment = text.strip();
        try {
            Instant exact = OffsetDateTime.parse(moment).toInstant().truncatedTo(ChronoUnit.MICROS);
            int year = exact.atOffset(java.time.ZoneOffset.UTC).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR ? exact : null;
        } catch (DateTimeException e) {
            return wallClock(moment, locale, zone);
        }
    }

    private static @Nullable Instant wallClock(String moment, Locale locale, ZoneId zone) {
        try {
            return LocalDateTime.parse(moment).atZone(zone).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            var clock = CLOCK.matcher(moment);
            LocalDate date = date(clock.matches() ? clock.group(1) : moment, locale);
            if (date == null) {
                return null;
            }
            return clock.matches()
                    ? at(date, clock.group(2), clock.group(3), zone)
                    : date.atStartOfDay(zone).toInstant();
        }
    }

    private static @Nullable Instant at(LocalDate date, String hour, String minute, ZoneId zone) {
        int h = Integer.parseInt(hour);
        int m = Integer.parseInt(minute);
        return h > 23 || m > 59 ? null : date.atTime(h, m).atZone(zone).toInstant();
    }

    private static List<DateTimeFormatter> forms(Locale locale) {
        List<DateTimeFormatter> forms = new ArrayList<>();
        forms.add(DateTimeFormatter.ISO_LOCAL_DATE);
        for (String pattern : EVERYWHERE) {
            forms.add(form(pattern, locale));
        }
        forms.add(form("d MMM uuuu", Locale.ENGLISH));
        for (FormatStyle style : List.of(FormatStyle.SHORT, FormatStyle.MEDIUM, FormatStyle.LONG)) {
            String pattern =
                    DateTimeFormatterBuilder.getLocalizedDateTimePattern(style, null, IsoChronology.INSTANCE, locale);
            forms.add(form(pattern.replace("yyyy", "y").replace("y", "u").replaceAll("u+", "uuuu"), locale));
        }
        forms.add(form("d/M/uuuu", locale));
        return forms;
    }

    private static DateTimeFormatter form(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
