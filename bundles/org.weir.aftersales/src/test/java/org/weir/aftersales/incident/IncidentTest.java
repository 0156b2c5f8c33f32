package org.weir.aftersales.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.aftersales.incident.Incident.Line;
import org.weir.aftersales.sla.Facts;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Severity;

final class IncidentTest {
    private static final Instant OPENED = Instant.parse("2016-02-29T08:00:00Z");

    private static Instant hour(int hours) {
        return OPENED.plusSeconds(hours * 3_600L);
    }

    private static Line line(int hour, String state, String priority) {
        return new Line(hour(hour), state, priority, true, null);
    }

    private static Facts facts(Line... lines) {
        return new Incident("INC1", OPENED, Arrays.asList(lines)).facts();
    }

    @Test
    void awaiting_somebody_is_a_pause_however_many_lines_it_has() {
        Facts facts = facts(
                line(0, "New", "3 - Moderate"),
                line(1, "Awaiting User Info", "3 - Moderate"),
                line(2, "Awaiting Vendor", "3 - Moderate"),
                line(5, "Active", "3 - Moderate"),
                line(6, "Resolved", "3 - Moderate"),
                line(9, "Closed", "3 - Moderate"));
        assertEquals(List.of(new Facts.Pause(hour(1), hour(5))), facts.pauses());
        assertEquals(hour(1), facts.ends().get(Metric.RESPOND));
        assertEquals(hour(6), facts.ends().get(Metric.RESOLVE));
    }

    @Test
    void reopened_it_was_not_resolved_and_the_time_between_does_not_count() {
        Facts facts = facts(
                line(0, "New", "4 - Low"),
                line(2, "Resolved", "4 - Low"),
                line(7, "Active", "4 - Low"),
                line(8, "Resolved", "4 - Low"));
        assertEquals(List.of(new Facts.Pause(hour(2), hour(7))), facts.pauses());
        assertEquals(hour(8), facts.ends().get(Metric.RESOLVE));
    }

    @Test
    void another_priority_is_another_severity_from_then_on() {
        Facts facts = facts(line(0, "New", "3 - Moderate"), line(3, "Active", "1 - Critical"));
        assertEquals(
                List.of(new Facts.Grading(OPENED, Severity.MINOR), new Facts.Grading(hour(3), Severity.CRITICAL)),
                facts.gradings());
        assertNull(facts.ends().get(Metric.RESOLVE));
    }

    @Test
    void what_is_noted_before_the_opening_counts_from_the_opening() {
        Facts facts = facts(line(-2, "Active", "2 - High"), line(1, "Resolved", "2 - High"));
        assertEquals(OPENED, facts.ends().get(Metric.RESPOND));
    }
}
