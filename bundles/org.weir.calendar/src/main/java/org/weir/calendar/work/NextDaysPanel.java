package org.weir.calendar.work;

import gg.jte.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendar;
import org.weir.calendar.api.WorkCalendars;
import org.weir.calendar.jte.StaticTemplates;
import org.weir.records.api.Row;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;

/** The next two weeks as the calendar understands them: what is worked when, with holidays and changing clocks seen to. */
@Component
public final class NextDaysPanel implements RecordPanel {
    private static final int DAYS = 14;
    private static final int DAY_MINUTES = 24 * 60;

    private final WorkCalendars calendars;
    private final Clock clock;

    @Activate
    public NextDaysPanel(@Reference WorkCalendars calendars) {
        this.calendars = calendars;
        this.clock = Clock.systemUTC();
    }

    /** Minutes of the day by the clock on the wall, for drawing. */
    public record Block(int from, int length) {}

    /** @param hours what is worked; empty on a free day */
    public record Day(String name, String hours, List<Block> blocks, boolean today, String total) {}

    @Override
    public String type() {
        return "work-calendar";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text title() {
        return Text.of("calendar.next-days");
    }

    @Override
    public String permission() {
        return "work-calendar:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        WorkCalendar calendar = calendars.get(row.id());
        ZoneId zone = calendar.zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Instant now = clock.instant();
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            days.add(day(visit, calendar, today.plusDays(i), i == 0));
        }
        String state = calendar.isWorking(now)
                ? visit.t("calendar.works-now")
                : visit.t("calendar.works-from", visit.time(calendar.nextStart(now)));
        return new StaticTemplates().calendarDays(visit, days, state);
    }

    private static Day day(Visit visit, WorkCalendar calendar, LocalDate date, boolean today) {
        boolean chinese = visit.locale().getLanguage().equals("zh");
        List<String> hours = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Duration total = Duration.ZERO;
        for (WorkCalendar.Span span : calendar.spans(date)) {
            int from = minute(span.from(), calendar.zone(), 0);
            int to = minute(span.to(), calendar.zone(), DAY_MINUTES);
            hours.add(clock(from) + "–" + clock(to));
            blocks.add(new Block(from, Math.max(0, to - from)));
            total = total.plus(Duration.between(span.from(), span.to()));
        }
        return new Day(
                DateTimeFormatter.ofPattern(chinese ? "M月d日 EEE" : "EEE d MMM", visit.locale())
                        .format(date),
                String.join(", ", hours),
                blocks,
                today,
                total.isZero() ? "" : visit.t("calendar.hours-of", total.toMinutes() / 60.0));
    }

    private static int minute(Instant at, ZoneId zone, int atMidnight) {
        int minute = at.atZone(zone).toLocalTime().toSecondOfDay() / 60;
        return minute == 0 ? atMidnight : minute;
    }

    private static String clock(int minute) {
        return (minute / 60 < 10 ? "0" : "") + minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
    }
}
