package org.weir.calendar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkCalendar OFFICE = berlin("Mo-Fr 09:00-17:00");
    private static final WorkCalendar LUNCH = berlin("Mo-Fr 09:00-12:00,13:00-17:00");

    private static WorkCalendar berlin(String hours) {
        return new WorkCalendar(BERLIN, WeeklyHours.parse(hours), date -> false, Set.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    void all_day_written_to_23_59_loses_no_minute_at_midnight() {
        WorkCalendar always = berlin("Mo-Su 00:00-23:59");
        assertEquals(Duration.ofDays(365), always.between(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(365))));
        assertEquals(at("2026-03-03T01:00"), always.plus(at("2026-03-02T23:00"), Duration.ofHours(2)));
        assertTrue(always.isWorking(at("2026-03-02T23:59")));
    }

    @Test
    void around_the_clock_is_real_time_on_the_days_the_clocks_change() {
        WorkCalendar always = berlin("24/7");
        assertEquals(Duration.ofHours(23), always.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")));
        assertEquals(Duration.ofHours(25), always.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")));
    }

    @Test
    void time_goes_on_after_the_lunch_break() {
        assertEquals(at("2026-03-02T14:00"), LUNCH.plus(at("2026-03-02T11:00"), Duration.ofHours(2)));
        assertEquals(Duration.ofHours(7), LUNCH.between(at("2026-03-02T00:00"), at("2026-03-03T00:00")));
    }

    @Test
    void an_hour_before_a_moment_after_lunch_is_before_lunch() {
        assertEquals(at("2026-03-02T11:30"), LUNCH.minus(at("2026-03-02T13:30"), Duration.ofHours(1)));
    }

    @Test
    void a_day_that_is_worked_in_full_ends_when_work_ends_and_not_when_it_begins_again() {
        assertEquals(at("2026-03-02T17:00"), OFFICE.plus(at("2026-03-02T09:00"), Duration.ofHours(8)));
        assertEquals(at("2026-03-02T09:00"), OFFICE.minus(at("2026-03-02T17:00"), Duration.ofHours(8)));
    }

    @Test
    void the_night_and_the_weekend_do_not_count() {
        assertEquals(Duration.ZERO, OFFICE.between(at("2026-03-02T17:00"), at("2026-03-03T09:00")));
        assertEquals(Duration.ZERO, OFFICE.between(at("2026-03-06T17:00"), at("2026-03-09T09:00")));
        assertEquals(at("2026-03-09T10:00"), OFFICE.plus(at("2026-03-06T16:30"), Duration.ofMinutes(90)));
    }

    @Test
    void nothing_has_passed_before_work_begins() {
        assertEquals(at("2026-03-09T10:00"), OFFICE.plus(at("2026-03-07T12:00"), Duration.ofHours(1)));
        assertEquals(at("2026-03-09T09:00"), OFFICE.nextStart(at("2026-03-07T12:00")));
        assertEquals(at("2026-03-09T09:30"), OFFICE.nextStart(at("2026-03-09T09:30")));
    }

    @Test
    void work_on_one_day_of_the_week_only_goes_from_week_to_week() {
        WorkCalendar wednesdays = berlin("We 10:00-12:00");
        assertEquals(at("2026-03-18T11:00"), wednesdays.plus(at("2026-03-02T08:00"), Duration.ofHours(5)));
        assertEquals(Duration.ofHours(104), wednesdays.between(at("2026-01-01T00:00"), at("2026-12-31T00:00")));
    }

    @Test
    void hours_stay_at_the_wall_clock_over_the_change_of_clocks() {
        assertEquals(
                Instant.parse("2026-03-27T08:00:00Z"),
                OFFICE.spans(LocalDate.of(2026, 3, 27)).get(0).from());
        assertEquals(
                Instant.parse("2026-03-30T07:00:00Z"),
                OFFICE.spans(LocalDate.of(2026, 3, 30)).get(0).from());
        assertEquals(at("2026-03-30T10:00"), OFFICE.plus(at("2026-03-27T16:00"), Duration.ofHours(2)));
        assertEquals(at("2026-10-26T10:00"), OFFICE.plus(at("2026-10-23T16:00"), Duration.ofHours(2)));
    }

    @Test
    void times_after_13_00_on_the_day_of_the_change_are_where_they_belong() {
        WorkCalendar sundays = berlin("Su 09:00-12:00,13:00-17:00");
        WorkCalendar.Span afternoon = sundays.spans(LocalDate.of(2026, 3, 29)).get(1);
        assertEquals(at("2026-03-29T13:00"), afternoon.from());
        assertEquals(at("2026-03-29T17:00"), afternoon.to());
        assertEquals(Duration.ofHours(7), sundays.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")));
    }

    @Test
    void a_night_shift_over_the_change_has_no_gap_and_nothing_twice() {
        WorkCalendar day = berlin("Mo-Su 06:00-18:00");
        WorkCalendar night = berlin("Mo-Su 18:00-06:00");
        for (String date : new String[] {"2026-03-28T12:00", "2026-10-24T12:00"}) {
            Instant from = at(date);
            Instant to = from.plus(Duration.ofDays(2));
            assertEquals(Duration.ofDays(2), day.between(from, to).plus(night.between(from, to)));
        }
        WorkCalendar split = berlin("Mo-Su 00:00-02:30,02:30-24:00");
        assertEquals(Duration.ofHours(25), split.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")));
        assertEquals(Duration.ofHours(23), split.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")));
    }

    @Test
    void history_has_the_offset_of_its_own_date() {
        WorkCalendar moscow = new WorkCalendar(
                ZoneId.of("Europe/Moscow"), WeeklyHours.parse("Mo-Fr 09:00-17:00"), date -> false, Set.of());
        assertEquals(
                Instant.parse("2012-07-02T05:00:00Z"),
                moscow.spans(LocalDate.of(2012, 7, 2)).get(0).from());
        assertEquals(
                Instant.parse("2016-07-04T06:00:00Z"),
                moscow.spans(LocalDate.of(2016, 7, 4)).get(0).from());
    }

    @Test
    void a_holiday_is_no_working_day_and_an_extra_day_is_one() {
        LocalDate holiday = LocalDate.of(2026, 5, 1);
        LocalDate saturday = LocalDate.of(2026, 5, 9);
        WorkCalendar china = new WorkCalendar(
                ZoneId.of("Asia/Shanghai"),
                WeeklyHours.parse("周一至周五 09:00-12:00，13:00-17:00"),
                holiday::equals,
                Set.of(saturday));
        assertFalse(china.works(holiday));
        assertTrue(china.works(saturday));
        assertEquals(2, china.spans(saturday).size());
        assertEquals(
                china.spans(LocalDate.of(2026, 5, 4)).get(0).from(),
                china.nextStart(holiday.atTime(10, 0).atZone(china.zone()).toInstant()));
    }

    @Test
    void a_calendar_without_working_time_is_refused_and_one_that_ends_says_so() {
        WeeklyHours none = WeeklyHours.parse("");
        assertThrows(NoWorkingTime.class, () -> new WorkCalendar(BERLIN, none, date -> false, Set.of()));
        WorkCalendar closed = new WorkCalendar(BERLIN, WeeklyHours.parse("Mo 09:00-10:00"), date -> true, Set.of());
        assertThrows(NoWorkingTime.class, () -> closed.plus(Instant.EPOCH, Duration.ofMinutes(1)));
        assertThrows(NoWorkingTime.class, () -> closed.minus(Instant.EPOCH, Duration.ofMinutes(1)));
        assertThrows(NoWorkingTime.class, () -> closed.nextStart(Instant.EPOCH));
    }

    @Test
    void what_is_added_is_what_lies_between() {
        Random random = new Random(7);
        WorkCalendar[] calendars = {OFFICE, LUNCH, berlin("24/7"), berlin("We 10:00-12:00"), berlin("Mo-Su 22:00-06:00")
        };
        for (int i = 0; i < 5_000; i++) {
            WorkCalendar calendar = calendars[i % calendars.length];
            Instant from = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
            Duration length = Duration.ofSeconds(1 + random.nextInt(2_000_000));
            Instant to = calendar.plus(from, length);
            assertEquals(length, calendar.between(from, to));
            assertEquals(length, calendar.between(calendar.minus(from, length), from));
            assertTrue(calendar.isWorking(to.minusSeconds(1)));
            assertEquals(from, calendar.plus(from, Duration.ZERO));
            assertEquals(length.negated(), calendar.between(to, from));
        }
    }

    @Test
    void a_minute_by_minute_count_gives_the_same() {
        Instant from = at("2026-03-25T07:13");
        long minutes = 0;
        for (Instant it = from; it.isBefore(at("2026-04-02T15:29")); it = it.plusSeconds(60)) {
            minutes += LUNCH.isWorking(it) ? 1 : 0;
        }
        assertEquals(Duration.ofMinutes(minutes), LUNCH.between(from, at("2026-04-02T15:29")));
    }
}
