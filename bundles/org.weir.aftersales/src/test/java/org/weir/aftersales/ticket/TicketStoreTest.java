package org.weir.aftersales.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Severity;
import org.weir.base.api.ProblemException;
import org.weir.events.api.Event;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "calendar", "aftersales"})
final class TicketStoreTest {
    private static final String OFFICE = "Mo-Fr 08:00-17:00";

    private static Instant utc(String time) {
        return Instant.parse(time);
    }

    @OnEachDatabase
    void a_new_ticket_has_its_due_times_at_once(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        Row sla = house.sla(house.calendar(OFFICE).id());
        Row ticket = house.ticket("critical");
        assertEquals(sla.id(), ticket.ref("sla"));
        assertEquals(utc("2026-03-02T08:30:00Z"), ticket.get("dueRespond"));
        assertEquals(utc("2026-03-02T12:00:00Z"), ticket.get("dueRestore"));
        assertEquals(utc("2026-03-03T15:00:00Z"), ticket.get("dueResolve"));
        assertEquals(utc("2026-03-02T08:30:00Z"), ticket.get("due"));
        assertTrue(String.valueOf(ticket.get("number")).startsWith("T-2026-"));
    }

    @OnEachDatabase
    void a_ticket_goes_its_way_to_the_customers_word(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.sla(house.calendar(OFFICE).id());
        Row ticket = house.ticket("critical");
        ticket = house.run(new TakeTicket(house.desk), ticket, new Action.NoInput());
        assertEquals("assigned", ticket.text("state"));
        house.clock.advance(Duration.ofMinutes(10));
        ticket = house.run(new RespondToCustomer(house.desk), ticket, new RespondToCustomer.Input(null, "On our way"));
        assertEquals(utc("2026-03-02T12:00:00Z"), ticket.get("due"));
        house.clock.advance(Duration.ofHours(1));
        ticket = house.run(new PauseTicket(house.desk), ticket, new PauseTicket.Input("Access to the site", null));
        assertNull(ticket.get("due"));
        house.clock.advance(Duration.ofHours(2));
        ticket = house.run(new ResumeTicket(house.desk), ticket, new ResumeTicket.Input(null));
        assertEquals(utc("2026-03-02T14:00:00Z"), ticket.get("dueRestore"));
        ticket = house.run(new RestoreService(house.desk), ticket, new RestoreService.Input(null, "Bypass"));
        assertEquals("restored", ticket.text("state"));
        Row restored = ticket;
        assertThrows(
                ProblemException.class,
                () -> house.records.update(
                        house.system, Draft.change(restored, TicketHouse.map("closedAt", house.now()))));
        ticket = house.run(new ResolveTicket(house.desk), ticket, new ResolveTicket.Input("New rectifier", null));
        assertEquals(true, ticket.get("slaMade"));
        assertTrue(house.events.types().contains("ticket.resolved"));
        ticket = house.run(new CloseTicket(house.desk), ticket, new CloseTicket.Input("K. Molefe"));
        assertEquals("closed", ticket.text("state"));
        ticket = house.run(new ReopenTicket(house.desk), ticket, new ReopenTicket.Input("Again", true, null));
        assertEquals("in-progress", ticket.text("state"));
        assertNull(ticket.get("slaMade"));
    }

    @OnEachDatabase
    void a_severity_change_while_paused_keeps_the_pause(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.sla(house.calendar(OFFICE).id());
        Row ticket = house.ticket("minor");
        ticket = house.run(new PauseTicket(house.desk), ticket, new PauseTicket.Input("A photo", null));
        house.clock.advance(Duration.ofHours(1));
        ticket = house.run(
                new SetSeverity(house.desk), ticket, new SetSeverity.Input(Severity.CRITICAL, "Sites are down"));
        assertNull(ticket.get("dueRestore"));
        house.clock.advance(Duration.ofHours(1));
        ticket = house.run(new ResumeTicket(house.desk), ticket, new ResumeTicket.Input(null));
        assertEquals(utc("2026-03-02T14:00:00Z"), ticket.get("dueRestore"));
    }

    @OnEachDatabase
    void an_edited_holiday_list_recomputes_open_tickets_and_leaves_resolved_ones(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        Row calendar = house.calendar(OFFICE);
        house.sla(calendar.id());
        Row open = house.ticket("critical");
        Row resolved = house.run(
                new ResolveTicket(house.desk), house.ticket("critical"), new ResolveTicket.Input("Done", null));
        house.records.update(house.system, Draft.change(calendar, TicketHouse.map("daysOff", List.of("2026-03-03"))));
        house.reckon.open();
        assertEquals(utc("2026-03-04T15:00:00Z"), house.again(open).get("dueResolve"));
        assertEquals(utc("2026-03-03T15:00:00Z"), house.again(resolved).get("dueResolve"));
    }

    @OnEachDatabase
    void a_deadline_set_by_hand_stays_whatever_changes(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        Row calendar = house.calendar(OFFICE);
        house.sla(calendar.id());
        Row ticket = house.ticket("critical");
        Instant agreed = utc("2026-03-09T10:00:00Z");
        ticket = house.run(new SetDue(house.desk), ticket, new SetDue.Input(Metric.RESTORE, agreed, "Agreed"));
        house.records.update(house.system, Draft.change(calendar, TicketHouse.map("daysOff", List.of("2026-03-03"))));
        house.reckon.open();
        assertEquals(agreed, house.again(ticket).get("dueRestore"));
        ticket = house.run(new SetDue(house.desk), ticket, new SetDue.Input(Metric.RESTORE, null, "By the SLA"));
        assertEquals(utc("2026-03-02T12:00:00Z"), ticket.get("dueRestore"));
    }

    @OnEachDatabase
    void each_step_of_the_ladder_is_raised_once_also_after_a_restart(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.sla(house.calendar(OFFICE).id());
        Row ticket = house.ticket("critical");
        house.run(new RespondToCustomer(house.desk), ticket, new RespondToCustomer.Input(null, null));
        assertEquals(0, house.reckon.due());
        house.clock.advance(Duration.ofHours(3));
        assertEquals(1, house.reckon.due());
        assertEquals(0, house.reckon.due());
        house.reckon.open();
        assertEquals(1L, house.again(ticket).get("escalation"));
        house.clock.advance(Duration.ofMinutes(61));
        house.reckon.due();
        house.reckon.open();
        assertEquals(2L, house.again(ticket).get("escalation"));
        assertEquals(true, house.again(ticket).get("breachedRestore"));
        assertEquals(false, house.again(ticket).get("slaMade"));
        assertEquals(2, house.reckon.store().escalations(List.of(ticket.id())).size());
    }

    @OnEachDatabase
    void nobody_is_roused_outside_service_hours(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.sla(house.calendar(OFFICE).id());
        Row ticket = house.ticket("critical");
        house.run(new RespondToCustomer(house.desk), ticket, new RespondToCustomer.Input(null, null));
        house.clock.advance(Duration.ofHours(14));
        house.reckon.open();
        assertEquals(true, house.again(ticket).get("breachedRestore"));
        assertNull(zeroAsNull(house.again(ticket).get("escalation")));
        house.clock.advance(Duration.ofHours(8));
        house.reckon.due();
        assertEquals(2L, house.again(ticket).get("escalation"));
    }

    private static @org.jspecify.annotations.Nullable Object zeroAsNull(
            @org.jspecify.annotations.Nullable Object value) {
        return Long.valueOf(0).equals(value) ? null : value;
    }

    @OnEachDatabase
    void escalated_by_hand_a_ticket_stands_on_that_step(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.sla(null);
        Row ticket = house.ticket("minor");
        ticket = house.run(
                new EscalateTicket(house.desk, house.reckon), ticket, new EscalateTicket.Input("The minister called"));
        assertEquals(2L, ticket.get("escalation"));
        ticket = house.run(new EscalateTicket(house.desk, house.reckon), ticket, new EscalateTicket.Input("And again"));
        assertEquals(3L, ticket.get("escalation"));
        assertFalse(new EscalateTicket(house.desk, house.reckon).applies(house.system, ticket));
    }

    @OnEachDatabase
    void a_time_before_the_opening_or_to_come_is_refused(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        Row ticket = house.ticket("minor");
        for (Instant wrong : List.of(house.now().minusSeconds(1), house.now().plusSeconds(3600))) {
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> house.run(
                            new RespondToCustomer(house.desk), ticket, new RespondToCustomer.Input(wrong, null)));
            assertEquals("at", refused.fields().get(0).field());
        }
    }

    @OnEachDatabase
    void a_form_gives_whole_minutes_and_means_now_or_the_opening(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.clock.advance(Duration.ofSeconds(20));
        Row ticket = house.ticket("minor");
        house.clock.advance(Duration.ofSeconds(15));
        Row answered = house.run(
                new RespondToCustomer(house.desk),
                ticket,
                new RespondToCustomer.Input(utc("2026-03-02T08:00:00Z"), null));
        assertEquals(utc("2026-03-02T08:00:35Z"), answered.get("respondedAt"));
        house.clock.advance(Duration.ofMinutes(3));
        Row restored = house.run(
                new RestoreService(house.desk),
                answered,
                new RestoreService.Input(utc("2026-03-02T08:00:00Z"), "Bypass"));
        assertEquals(utc("2026-03-02T08:00:20Z"), restored.get("restoredAt"));
    }

    @OnEachDatabase
    void one_promise_per_severity_and_one_usual_sla(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        Row sla = house.sla(null);
        ProblemException twice = assertThrows(
                ProblemException.class,
                () -> house.make("sla-target", "sla", sla.id(), "severity", "minor", "respond", 10));
        assertEquals("severity", twice.fields().get(0).field());
        ProblemException usual =
                assertThrows(ProblemException.class, () -> house.make("sla", "name", "Silver", "usual", true));
        assertEquals("usual", usual.fields().get(0).field());
        ProblemException nothing = assertThrows(
                ProblemException.class, () -> house.make("sla-target", "sla", sla.id(), "severity", "question"));
        assertEquals("respond", nothing.fields().get(0).field());
    }

    @OnEachDatabase
    void a_changed_calendar_moves_many_tickets_with_as_many_statements_as_few(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        Row calendar = house.calendar(OFFICE);
        house.sla(calendar.id());
        Row first = house.ticket("critical");
        long few = moved(databases, house, calendar, "2026-03-03");
        for (int i = 0; i < 20; i++) {
            house.ticket(i % 2 == 0 ? "critical" : "minor");
        }
        assertEquals(few, moved(databases, house, calendar, "2026-03-03", "2026-03-04"));
        assertEquals(utc("2026-03-05T15:00:00Z"), house.again(first).get("dueResolve"));
        assertEquals(first.version(), house.again(first).version());
    }

    /** How many statements it takes to reckon all that are open when the calendar has these days off. */
    private static long moved(TestDatabase databases, TicketHouse house, Row calendar, String... off) {
        house.records.update(
                house.system, Draft.change(house.again(calendar), TicketHouse.map("daysOff", List.of(off))));
        long before = databases.statements();
        assertTrue(house.reckon.open() > 0);
        return databases.statements() - before;
    }

    @OnEachDatabase
    void changes_that_come_in_one_transaction_are_reckoned_once(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        Row sla = house.sla(house.calendar(OFFICE).id());
        house.ticket("critical");
        ReckonAfterChange after = new ReckonAfterChange(house.reckon);
        Event event = new Event(UUID.randomUUID(), "sla.updated", "sla", sla.id(), house.now(), null, "{}");
        long before = databases.statements();
        house.database.perform(handle -> {
            after.on(event);
            long once = databases.statements();
            after.on(event);
            assertEquals(once, databases.statements());
        });
        long first = databases.statements() - before;
        house.database.perform(handle -> after.on(event));
        assertEquals(2 * first, databases.statements() - before);
    }
}
