package org.weir.jobs.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.base.api.Text;

final class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *|2026-11-22T06:40:30Z|2026-11-22T06:41:00Z",
                "*/15 * * * *|2026-11-22T06:45:00Z|2026-11-22T07:00:00Z",
                "5,35 8-18/2 * * *|2026-11-22T08:36:00Z|2026-11-22T10:05:00Z",
                "0 3 * * 1-5|2026-11-20T03:00:00Z|2026-11-23T03:00:00Z",
                "0 0 * * 7|2026-11-20T00:00:00Z|2026-11-22T00:00:00Z",
                "0 0 1 1 *|2026-11-20T00:00:00Z|2027-01-01T00:00:00Z",
                "0 0 29 2 *|2026-11-20T00:00:00Z|2028-02-29T00:00:00Z",
                "0 0 13 * 5|2026-11-20T00:00:00Z|2026-11-27T00:00:00Z",
                "30/10 0 * * *|2026-11-20T00:41:00Z|2026-11-20T00:50:00Z"
            })
    void a_cron_expression_says_when_it_comes_next(String expression, Instant after, Instant next) {
        assertEquals(next, Schedule.cron(expression, ZoneOffset.UTC).next(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "a * * * *",
                "5-1 * * * *",
                "*/0 * * * *",
                "1,,2 * * * *",
                "1-2-3 * * * *",
                "1/2/3 * * * *",
                "0 0 31 2 *",
                "-1 * * * *"
            })
    void what_is_no_cron_expression_or_never_comes_is_refused(String expression) {
        assertThrows(IllegalArgumentException.class, () -> Schedule.cron(expression, ZoneOffset.UTC));
    }

    @Test
    void a_day_has_its_turn_once_when_the_clocks_change() {
        Schedule daily = Schedule.daily(LocalTime.of(2, 30), BERLIN);
        Instant beforeSpring =
                ZonedDateTime.of(2027, 3, 27, 12, 0, 0, 0, BERLIN).toInstant();
        Instant spring = daily.next(beforeSpring);
        assertEquals(Instant.parse("2027-03-28T01:30:00Z"), spring);
        assertEquals(Instant.parse("2027-03-29T00:30:00Z"), daily.next(spring));
        Instant autumn = daily.next(Instant.parse("2026-10-24T12:00:00Z"));
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), autumn);
        assertEquals(Instant.parse("2026-10-26T01:30:00Z"), daily.next(autumn));
    }

    @Test
    void an_interval_counts_from_the_beginning_of_the_last_turn() {
        Instant now = Instant.parse("2026-11-22T06:40:30Z");
        assertEquals(now.plusSeconds(90), Schedule.every(Duration.ofSeconds(90)).next(now));
        assertThrows(IllegalArgumentException.class, () -> Schedule.every(Duration.ofMillis(999)));
    }

    @Test
    void a_plan_is_said_to_people() {
        assertEquals(
                Text.of("job.schedule.minutes", 5L),
                Schedule.every(Duration.ofMinutes(5)).text());
        assertEquals(
                Text.of("job.schedule.hours", 1L),
                Schedule.every(Duration.ofHours(1)).text());
        assertEquals(
                Text.of("job.schedule.daily", "03:20", "Europe/Berlin"),
                Schedule.daily(LocalTime.of(3, 20), BERLIN).text());
        assertEquals(
                Text.of("job.schedule.daily", "03:20", "UTC"),
                Schedule.daily(LocalTime.of(3, 20), ZoneOffset.UTC).text());
        assertEquals(
                Text.of("job.schedule.cron", "0 3 * * 1-5", "Europe/Berlin"),
                Schedule.cron("0 3 * * 1-5", BERLIN).text());
    }
}
