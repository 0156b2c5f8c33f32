package org.weir.jobs.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.weir.base.api.Text;

/** When something comes round. */
public sealed interface Schedule {
    /** The first time after that moment. */
    Instant next(Instant after);

    /** Says the same in a few characters, so that a change of plan is noticed. */
    String spec();

    /** Says it to people. */
    Text text();

    /** At once, and then again and again, so long after each beginning; at least a second. */
    static Schedule every(Duration each) {
        return new Every(each);
    }

    /** Every day at that time of the zone's clock, to the minute. */
    static Schedule daily(LocalTime at, ZoneId zone) {
        return cron(at.getMinute() + " " + at.getHour() + " * * *", zone);
    }

    /**
     * Minute, hour, day of month, month, day of week (0 to 7, both ends Sunday), each {@code *}, numbers, ranges with {@code
     * -}, steps with {@code /}, lists with commas. If both days are restricted either will do. What falls into the hour that
     * is skipped in spring comes an hour later; in the hour that comes twice, it comes the first time.
     *
     * @throws IllegalArgumentException when it is not such an expression, or never comes
     */
    static Schedule cron(String expression, ZoneId zone) {
        Cron cron = new Cron(expression, zone);
        cron.next(Instant.EPOCH);
        return cron;
    }

    /** @param each at least a second */
    record Every(Duration each) implements Schedule {
        public Every {
            if (each.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("Too often: " + each);
            }
        }

        @Override
        public Instant next(Instant after) {
            return after.plus(each).truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public String spec() {
            return "every " + each;
        }

        @Override
        public Text text() {
            long seconds = each.toSeconds();
            if (seconds % 3_600 == 0) {
                return Text.of("job.schedule.hours", seconds / 3_600);
            }
            return seconds % 60 == 0
                    ? Text.of("job.schedule.minutes", seconds / 60)
                    : Text.of("job.schedule.seconds", seconds);
        }
    }

    /** @param expression five fields */
    record Cron(String expression, ZoneId zone) implements Schedule {
        @Override
        public Instant next(Instant after) {
            return CronFields.parse(expression).next(after, zone);
        }

        @Override
        public String spec() {
            return "cron " + expression + " " + zone.getId();
        }

        @Override
        public Text text() {
            String clock = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
            return CronFields.parse(expression)
                    .onceADay()
                    .map(at -> Text.of("job.schedule.daily", at.toString(), clock))
                    .orElseGet(() -> Text.of("job.schedule.cron", expression, clock));
        }
    }
}
