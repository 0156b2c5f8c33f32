package org.weir.records.importing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether dates such as 10/20/2016 name the day or the month first, as far as a column of them tells. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** No slashes, no number above twelve, or both orders at once. */
    UNCLEAR;

    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/\\d{4}\\b.*");
    private static final int MONTHS = 12;
    private static final LocalDate SAMPLE = LocalDate.of(2016, 10, 20);

    static DateOrder of(Stream<String> cells) {
        int[] greatest = new int[2];
        cells.map(SLASHED::matcher).filter(Matcher::matches).forEach(it -> {
            greatest[0] = Math.max(greatest[0], Integer.parseInt(it.group(1)));
            greatest[1] = Math.max(greatest[1], Integer.parseInt(it.group(2)));
        });
        if (greatest[0] > MONTHS == greatest[1] > MONTHS) {
            return UNCLEAR;
        }
        return greatest[0] > MONTHS ? DAY_FIRST : MONTH_FIRST;
    }

    /** The language to read such dates in: one's own where it has this order, else English of there. */
    String language(Locale locale, String own) {
        String shortDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(locale)
                .format(SAMPLE);
        boolean monthFirst = shortDate.startsWith("10/");
        return switch (this) {
            case UNCLEAR -> own;
            case MONTH_FIRST -> monthFirst ? own : "en";
            case DAY_FIRST -> monthFirst ? "en-GB" : own;
        };
    }
}
