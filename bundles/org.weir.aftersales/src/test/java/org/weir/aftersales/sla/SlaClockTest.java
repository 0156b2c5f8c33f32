package org.weir.aftersales.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.calendar.api.WeeklyHours;
import org.weir.calendar.api.WorkCalendar;

final class SlaClockTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String OFFICE = "Mo-Fr 09:00-17:00";

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static WorkCalendar calendar(String hours, LocalDate... off) {
        Set<LocalDate> days = Set.of(off);
        return new WorkCalendar(BERLIN, WeeklyHours.parse(hours), days::contains, Set.of());
    }

    private static Terms terms(WorkCalendar calendar) {
        return new Terms(
                calendar,
                Map.of(
                        Severity.CRITICAL,
                        Map.of(
                                Metric.RESPOND, Duration.ofMinutes(30),
                                Metric.RESTORE, Duration.ofHours(4),
                                Metric.RESOLVE, Duration.ofHours(16)),
                        Severity.MINOR,
                        Map.of(Metric.RESPOND, Duration.ofHours(4), Metric.RESOLVE, Duration.ofHours(40))),
                Duration.ofHours(1),
                Duration.ofHours(4));
    }

    private static final class Story {
        private final Instant opened;
        private final List<Facts.Pause> pauses = new ArrayList<>();
        private final List<Facts.Grading> gradings = new ArrayList<>();
        private final Map<Metric, Instant> ends = new EnumMap<>(Metric.class);
        private final Map<Metric, Instant> fixed = new EnumMap<>(Metric.class);

        Story(String opened, Severity severity) {
            this.opened = at(opened);
            gradings.add(new Facts.Grading(this.opened, severity));
        }

        Story pause(String from, @Nullable String until) {
            pauses.add(new Facts.Pause(at(from), until == null ? null : at(until)));
            return this;
        }

        Story graded(String when, Severity severity) {
            gradings.add(new Facts.Grading(at(when), severity));
            return this;
        }

        Story ended(Metric metric, String when) {
            ends.put(metric, at(when));
            return this;
        }

        Story fixed(Metric metric, String when) {
            fixed.put(metric, at(when));
            return this;
        }

        Facts facts() {
            return new Facts(opened, pauses, gradings, ends, fixed);
        }

        Reading read(Metric metric) {
            return read(metric, calendar(OFFICE));
        }

        Reading read(Metric metric, WorkCalendar calendar) {
            return Objects.requireNonNull(
                    SlaClock.read(facts(), terms(calendar)).get(metric));
        }

        @Nullable
        Instant due(Metric metric) {
            return read(metric).due();
        }
    }

    private static Story critical(String opened) {
        return new Story(opened, Severity.CRITICAL);
    }

    @Test
    void a_deadline_around_the_clock_loses_no_minute_at_midnight() {
        Story story = critical("2026-03-02T22:00");
        assertEquals(
                at("2026-03-03T02:00"),
                story.read(Metric.RESTORE, calendar("Mo-Su 00:00-23:59")).due());
        assertEquals(
                at("2026-03-03T14:00"),
                story.read(Metric.RESOLVE, calendar("Mo-Su 00:00-23:59")).due());
    }

    @Test
    void a_warning_an_hour_before_a_deadline_after_lunch_comes_before_lunch() {
        Reading reading = critical("2026-03-02T09:30").read(Metric.RESTORE, calendar("Mo-Fr 09:00-12:00,13:00-17:00"));
        assertEquals(at("2026-03-02T14:30"), reading.due());
        assertEquals(at("2026-03-02T13:30"), reading.warnAt());
        Reading earlier = critical("2026-03-02T09:00")
                .pause("2026-03-02T09:10", "2026-03-02T09:10")
                .read(Metric.RESTORE, calendar("Mo-Fr 08:00-12:00,13:00-17:00"));
        assertEquals(at("2026-03-02T14:00"), earlier.due());
        Reading justAfter =
                critical("2026-03-02T08:30").read(Metric.RESTORE, calendar("Mo-Fr 08:00-12:00,13:00-17:00"));
        assertEquals(at("2026-03-02T13:30"), justAfter.due());
        assertEquals(at("2026-03-02T11:30"), justAfter.warnAt());
    }

    @Test
    void reminders_and_escalations_fall_into_service_hours() {
        Reading reading = critical("2026-03-06T13:30").read(Metric.RESTORE);
        assertEquals(at("2026-03-09T09:30"), reading.due());
        assertEquals(at("2026-03-06T16:30"), reading.warnAt());
        assertEquals(at("2026-03-09T13:30"), reading.escalateAt());
    }

    @Test
    void a_pause_over_a_weekend_takes_out_working_time_only() {
        Story story = critical("2026-03-06T15:00").pause("2026-03-06T16:00", "2026-03-09T10:00");
        assertEquals(at("2026-03-09T13:00"), story.due(Metric.RESTORE));
    }

    @Test
    void a_hold_from_17_00_to_09_00_moves_the_deadline_by_nothing() {
        Instant without = critical("2026-03-02T15:00").due(Metric.RESTORE);
        assertEquals(
                without,
                critical("2026-03-02T15:00")
                        .pause("2026-03-02T17:00", "2026-03-03T09:00")
                        .due(Metric.RESTORE));
    }

    @Test
    void a_hold_is_not_counted_twice() {
        Story story = critical("2026-03-02T09:00")
                .pause("2026-03-02T10:00", "2026-03-02T12:00")
                .pause("2026-03-02T11:00", "2026-03-02T11:30")
                .pause("2026-03-02T11:30", "2026-03-02T13:00")
                .pause("2026-03-02T13:00", "2026-03-02T13:00");
        assertEquals(at("2026-03-02T16:00"), story.due(Metric.RESTORE));
        assertEquals(
                Duration.ofHours(4),
                SlaClock.worked(story.facts(), calendar(OFFICE), Metric.RESTORE, at("2026-03-02T16:00")));
    }

    @Test
    void a_severity_change_during_or_after_a_pause_keeps_the_pause() {
        for (String when : new String[] {"2026-03-02T11:00", "2026-03-02T13:00"}) {
            Story story = new Story("2026-03-02T09:00", Severity.MINOR)
                    .pause("2026-03-02T10:00", "2026-03-02T12:00")
                    .graded(when, Severity.CRITICAL);
            assertEquals(at("2026-03-02T15:00"), story.due(Metric.RESTORE), when);
        }
    }

    @Test
    void what_comes_after_the_end_does_not_move_the_due_time() {
        Story story = critical("2026-03-02T09:00").ended(Metric.RESTORE, "2026-03-02T12:00");
        Instant due = story.due(Metric.RESTORE);
        assertEquals(
                due,
                story.pause("2026-03-02T12:30", "2026-03-04T12:30")
                        .graded("2026-03-02T12:31", Severity.MINOR)
                        .due(Metric.RESTORE));
        assertFalse(story.read(Metric.RESTORE).breached(at("2026-03-09T12:00")));
    }

    @Test
    void a_ticket_that_ends_while_it_waits_does_not_wait_beyond_its_end() {
        Story story =
                critical("2026-03-02T09:00").pause("2026-03-02T12:30", null).ended(Metric.RESTORE, "2026-03-02T15:00");
        Reading reading = story.read(Metric.RESTORE);
        assertFalse(reading.paused());
        assertFalse(reading.breached(at("2026-03-09T12:00")));
        assertEquals(
                Duration.ofMinutes(210),
                SlaClock.worked(story.facts(), calendar(OFFICE), Metric.RESTORE, at("2026-03-09T12:00")));
    }

    @Test
    void a_deadline_set_by_hand_does_not_move() {
        Story story = critical("2026-03-02T09:00")
                .fixed(Metric.RESTORE, "2026-03-04T12:00")
                .pause("2026-03-02T10:00", "2026-03-03T12:00")
                .graded("2026-03-02T11:00", Severity.MINOR);
        assertEquals(at("2026-03-04T12:00"), story.due(Metric.RESTORE));
        assertTrue(story.read(Metric.RESTORE).fixed());
        assertEquals(
                at("2026-03-04T12:00"),
                story.read(Metric.RESTORE, calendar(OFFICE, LocalDate.of(2026, 3, 3)))
                        .due());
    }

    @Test
    void a_hold_on_a_holiday_moves_the_deadline_by_nothing() {
        WorkCalendar calendar = calendar(OFFICE, LocalDate.of(2026, 3, 3));
        Instant without =
                critical("2026-03-02T15:00").read(Metric.RESTORE, calendar).due();
        assertEquals(at("2026-03-04T11:00"), without);
        assertEquals(
                without,
                critical("2026-03-02T15:00")
                        .pause("2026-03-03T10:00", "2026-03-03T16:00")
                        .read(Metric.RESTORE, calendar)
                        .due());
    }

    @Test
    void opened_outside_hours_the_full_time_counts_from_the_next_beginning() {
        Story story = critical("2026-03-07T12:00");
        assertEquals(at("2026-03-09T13:00"), story.due(Metric.RESTORE));
        assertEquals(
                Duration.ofHours(1),
                SlaClock.worked(story.facts(), calendar(OFFICE), Metric.RESTORE, at("2026-03-09T10:00")));
    }

    @Test
    void a_calendar_of_one_weekday_leads_over_weeks() {
        assertEquals(
                at("2026-03-18T12:00"),
                critical("2026-03-05T12:00")
                        .read(Metric.RESTORE, calendar("We 10:00-12:00"))
                        .due());
    }

    @Test
    void the_first_response_has_its_own_time_whatever_else_is_due_earlier() {
        Terms terms = new Terms(
                calendar(OFFICE),
                Map.of(
                        Severity.MINOR,
                        Map.of(Metric.RESPOND, Duration.ofHours(8), Metric.RESTORE, Duration.ofHours(1))),
                Duration.ofHours(1),
                Duration.ofHours(4));
        Map<Metric, Reading> readings = SlaClock.read(new Story("2026-03-02T09:00", Severity.MINOR).facts(), terms);
        assertEquals(
                at("2026-03-02T17:00"),
                Objects.requireNonNull(readings.get(Metric.RESPOND)).due());
        assertEquals(
                at("2026-03-02T10:00"),
                Objects.requireNonNull(readings.get(Metric.RESTORE)).due());
    }

    @Test
    void the_calendar_of_the_sla_decides_and_not_where_anybody_is() {
        Terms china =
                terms(new WorkCalendar(ZoneId.of("Asia/Shanghai"), WeeklyHours.parse(OFFICE), date -> false, Set.of()));
        Reading reading = Objects.requireNonNull(
                SlaClock.read(critical("2026-03-02T03:00").facts(), china).get(Metric.RESTORE));
        assertEquals(Instant.parse("2026-03-02T06:00:00Z"), reading.due());
        assertFalse(reading.breached(Instant.parse("2026-03-02T05:59:59Z")));
    }

    @Test
    void an_edited_holiday_list_gives_another_due_time_of_the_same_facts() {
        Story story = critical("2026-03-02T15:00");
        assertEquals(at("2026-03-03T11:00"), story.due(Metric.RESTORE));
        assertEquals(
                at("2026-03-04T11:00"),
                story.read(Metric.RESTORE, calendar(OFFICE, LocalDate.of(2026, 3, 3)))
                        .due());
    }

    @Test
    void hours_do_not_drift_when_the_clocks_change() {
        assertEquals(at("2026-03-30T11:00"), critical("2026-03-27T15:00").due(Metric.RESTORE));
        assertEquals(at("2026-10-26T11:00"), critical("2026-10-23T15:00").due(Metric.RESTORE));
        assertEquals(
                Instant.parse("2026-03-29T03:00:00Z"),
                critical("2026-03-29T00:00")
                        .read(Metric.RESTORE, calendar("24/7"))
                        .due());
    }

    @Test
    void while_we_wait_for_the_customer_nothing_is_due() {
        Story story = critical("2026-03-02T09:00").pause("2026-03-02T10:00", null);
        Reading reading = story.read(Metric.RESTORE);
        assertNull(reading.due());
        assertTrue(reading.paused());
        assertFalse(reading.breached(at("2027-03-02T09:00")));
        assertEquals(0, reading.level(at("2027-03-02T09:00")));
    }

    @Test
    void a_pause_after_the_time_is_up_does_not_mend_it() {
        Reading reading =
                critical("2026-03-02T09:00").pause("2026-03-02T13:01", null).read(Metric.RESTORE);
        assertEquals(at("2026-03-02T13:00"), reading.due());
        assertTrue(reading.breached(at("2026-03-02T13:02")));
    }

    @Test
    void a_promise_is_kept_at_the_very_moment_it_falls_due_and_broken_after() {
        Reading reading = critical("2026-03-02T09:00").read(Metric.RESTORE);
        assertFalse(reading.breached(at("2026-03-02T13:00")));
        assertTrue(reading.breached(at("2026-03-02T13:00").plusMillis(1)));
    }

    @Test
    void the_ladder_is_climbed_step_by_step() {
        Reading reading = critical("2026-03-02T09:00").read(Metric.RESTORE);
        assertEquals(0, reading.level(at("2026-03-02T11:59")));
        assertEquals(1, reading.level(at("2026-03-02T12:00")));
        assertEquals(2, reading.level(at("2026-03-02T13:01")));
        assertEquals(3, reading.level(at("2026-03-02T17:00")));
        assertEquals(at("2026-03-02T12:00"), reading.next(at("2026-03-02T09:00")));
        assertEquals(at("2026-03-02T13:00").plusMillis(1), reading.next(at("2026-03-02T12:00")));
        assertEquals(at("2026-03-02T17:00"), reading.next(at("2026-03-02T13:01")));
        assertNull(reading.next(at("2026-03-02T17:00")));
    }

    @Test
    void no_step_is_skipped_or_taken_twice_in_the_night_the_clocks_change() {
        for (String opened : new String[] {"2026-03-29T00:30", "2026-10-25T00:30"}) {
            Reading reading = critical(opened).read(Metric.RESTORE, calendar("24/7"));
            List<Integer> levels = new ArrayList<>(List.of(0));
            for (Instant now = at(opened); now.isBefore(at(opened).plusSeconds(36_000)); now = now.plusSeconds(60)) {
                if (reading.level(now) != levels.get(levels.size() - 1)) {
                    levels.add(reading.level(now));
                }
            }
            assertEquals(List.of(0, 1, 2, 3), levels, opened);
            assertEquals(at(opened).plusSeconds(4 * 3_600), reading.due(), opened);
        }
    }

    @Test
    void what_is_not_promised_has_no_clock() {
        assertNull(SlaClock.read(new Story("2026-03-02T09:00", Severity.MINOR).facts(), terms(calendar(OFFICE)))
                .get(Metric.RESTORE));
        assertTrue(SlaClock.read(new Story("2026-03-02T09:00", Severity.QUESTION).facts(), terms(calendar(OFFICE)))
                .isEmpty());
    }

    @Test
    void the_severity_of_a_fulfilled_promise_is_the_one_it_was_fulfilled_under() {
        Story story = new Story("2026-03-02T09:00", Severity.MINOR)
                .ended(Metric.RESPOND, "2026-03-02T10:00")
                .graded("2026-03-02T11:00", Severity.CRITICAL);
        assertEquals(at("2026-03-02T13:00"), story.due(Metric.RESPOND));
        assertFalse(story.read(Metric.RESPOND).breached(at("2026-03-02T18:00")));
    }
}
