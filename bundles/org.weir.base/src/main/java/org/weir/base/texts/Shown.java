package org.weir.base.texts;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.base.api.Text;

/** How an argument reads in a language. Numbers stay numbers, so that a pattern can still say how to write them. */
final class Shown {
    private static final Map<Locale, DateTimeFormatter> DATES = new ConcurrentHashMap<>();
    private static final Map<Locale, DateTimeFormatter> CLOCKS = new ConcurrentHashMap<>();

    private Shown() {}

    static @Nullable Object in(Locale locale, @Nullable Object value, Catalog catalog) {
        if (value instanceof Text text) {
            return catalog.text(locale, text);
        }
        if (value instanceof LocalDate date) {
            return dates(locale).format(date);
        }
        if (value instanceof LocalTime time) {
            return clock(locale).format(time);
        }
        if (value instanceof ZonedDateTime moment) {
            return dateTime(locale, moment);
        }
        if (value instanceof Instant instant) {
            return dateTime(locale, instant.atZone(ZoneOffset.UTC)) + " UTC";
        }
        if (value instanceof Money money) {
            return money(locale, money);
        }
        return value;
    }

    private static String dateTime(Locale locale, ZonedDateTime moment) {
        return dates(locale).format(moment) + " " + clock(locale).format(moment);
    }

    private static DateTimeFormatter dates(Locale locale) {
        return DATES.computeIfAbsent(locale, Shown::makeDates);
    }

    /** Day, month as a word, year in English, as lists and forms write them: nobody takes the month for the day. */
    private static DateTimeFormatter makeDates(Locale locale) {
        return locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    private static DateTimeFormatter clock(Locale locale) {
        return CLOCKS.computeIfAbsent(locale, it -> DateTimeFormatter.ofPattern("HH:mm", it));
    }

    private static String money(Locale locale, Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        return format.format(money.amount());
    }
}
