package org.weir.web.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.base.api.Texts;

/** Moments as people read them: the hour for today, the day within the year, the date otherwise. */
public final class Times {
    private record Key(Locale locale, String pattern) {}

    private final Texts texts;
    private final Clock clock;
    private final Map<Key, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

    public Times(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public String near(Instant at, Locale locale, ZoneId zone) {
        ZonedDateTime then = at.atZone(zone);
        ZonedDateTime now = clock.instant().atZone(zone);
        if (then.toLocalDate().equals(now.toLocalDate())) {
            return formatter(locale, "web.time.today").format(then);
        }
        boolean thisYear = then.getYear() == now.getYear();
        return formatter(locale, thisYear ? "web.time.year" : "web.time.date").format(then);
    }

    public String full(Instant at, Locale locale, ZoneId zone) {
        return formatter(locale, "web.time.full").format(at.atZone(zone));
    }

    private DateTimeFormatter formatter(Locale locale, String key) {
        return formatters.computeIfAbsent(
                new Key(locale, texts.text(locale, key)), it -> DateTimeFormatter.ofPattern(it.pattern(), it.locale()));
    }
}
