package org.weir.web.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weir.web.api.DaySource.Item;
import org.weir.web.api.DaySource.Kind;
import org.weir.web.api.Visit;
import org.weir.web.home.GatherDay.Day;
import org.weir.web.home.GatherDay.Entry;

/** Puts a day into the reader's words. */
public final class DrawDay {
    private static final int MOST = 30;
    private static final int NOON = 12;

    private final Visit visit;
    private final ZonedDateTime now;

    DrawDay(Visit visit, Clock clock) {
        this.visit = visit;
        this.now = clock.instant().atZone(visit.actor().zone());
    }

    /** @param more how many there are besides those shown */
    public record Group(String name, String title, int count, List<Line> lines, int more) {}

    /** @param tone a class of the tag: {@code bad, warn} or empty; {@code when} is empty without a time */
    public record Line(
            String when,
            String full,
            String tone,
            String icon,
            String title,
            String detail,
            String href,
            String verb) {}

    String date() {
        Locale locale = visit.locale().equals(Locale.ENGLISH) ? Locale.UK : visit.locale(); // day first, as beside it
        return now.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    }

    List<Group> groups(Day day) {
        List<Group> groups = new ArrayList<>();
        day.groups().forEach((kind, entries) -> {
            String name = kind.name().toLowerCase(Locale.ROOT);
            groups.add(new Group(
                    name,
                    visit.t("web.day." + name),
                    entries.size(),
                    entries.stream().limit(MOST).map(this::line).toList(),
                    Math.max(0, entries.size() - MOST)));
        });
        return groups;
    }

    private Line line(Entry entry) {
        Item item = entry.item();
        Instant due = item.due();
        return new Line(
                when(item.kind(), due),
                due == null ? "" : visit.fullTime(due),
                item.kind() == Kind.LATE ? "bad" : item.kind() == Kind.TODAY ? "warn" : "",
                item.icon(),
                item.title(),
                visit.t(item.detail()),
                item.href(),
                item.verb() == null ? visit.t("web.day.open") : visit.t(item.verb()));
    }

    private String when(Kind kind, @Nullable Instant due) {
        if (due == null) {
            return kind == Kind.LATE ? visit.t("web.day.late.short") : "";
        }
        if (kind == Kind.LATE) {
            return late(due);
        }
        ZonedDateTime at = due.atZone(now.getZone());
        boolean today = at.toLocalDate().equals(now.toLocalDate());
        return today && wholeDay(at.toLocalTime()) ? visit.t("web.day.sometime") : visit.time(due);
    }

    private String late(Instant due) {
        Duration since = Duration.between(due, now.toInstant());
        LocalDate day = LocalDate.ofInstant(due, now.getZone());
        long days = ChronoUnit.DAYS.between(day, now.toLocalDate());
        if (days > 1 || (days == 1 && now.getHour() >= NOON)) {
            return visit.t("web.day.late.days", days);
        }
        long minutes = Math.max(1, since.toMinutes());
        return minutes < 60 ? visit.t("web.day.late.minutes", minutes) : visit.t("web.day.late.hours", since.toHours());
    }

    /** Midnight and the last minute stand for a day without an hour. */
    private static boolean wholeDay(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) || time.getHour() == 23 && time.getMinute() == 59;
    }
}
