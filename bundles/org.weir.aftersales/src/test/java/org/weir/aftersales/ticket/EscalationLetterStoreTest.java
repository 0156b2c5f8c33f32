package org.weir.aftersales.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.weir.access.api.Directory;
import org.weir.access.api.Scope;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.notice.EscalatedLetter;
import org.weir.aftersales.notice.NotifyOfEscalation;
import org.weir.events.api.Event;
import org.weir.jobs.run.RunJobs;
import org.weir.mail.letter.DrawLetter;
import org.weir.mail.outbox.PostOffice;
import org.weir.mail.outbox.StoredLetter;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "calendar", "aftersales", "jobs", "mail"})
class EscalationLetterStoreTest {
    @OnEachDatabase
    void each_new_step_is_told_once_to_the_owner_and_to_those_on_the_step_in_their_language(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.sla(house.calendar("Mo-Fr 08:00-17:00").id());
        house.root();
        UUID owner = person(house, "petra", "zh-CN", "engineer", Map.of("ticket:read", Set.of(Scope.ALL)));
        person(
                house,
                "grace",
                "en",
                "desk",
                Map.of("ticket:read", Set.of(Scope.ALL), "ticket:service-manager", Set.of(Scope.ALL)));
        person(house, "blind", "en", "elsewhere", Map.of("ticket:service-manager", Set.of(Scope.ALL)));
        Row ticket = house.ticket("critical");
        ticket = house.records.update(house.system, Draft.change(ticket, TicketHouse.map("owner", owner)));
        house.run(new RespondToCustomer(house.desk), ticket, new RespondToCustomer.Input(null, null));
        RunJobs jobs =
                new RunJobs(databases.schema("jobs"), new OpenGate(), Clock.systemUTC(), 1, Duration.ofSeconds(1));
        try {
            PostOffice office = new PostOffice(
                    databases.schema("mail"),
                    jobs,
                    house.access,
                    house.directory,
                    new DrawLetter(TestTexts.all(), "https://weir.example.com"),
                    new OpenGate());
            office.addTemplate(new EscalatedLetter());
            NotifyOfEscalation notify =
                    new NotifyOfEscalation(office, house.records, house.access, house.directory, house.clock);

            house.clock.advance(Duration.ofHours(3));
            house.reckon.due();
            house.reckon.open();
            assertEquals(List.of(1), tell(house, notify));
            assertEquals(
                    Map.of("petra@example.com", "工单升级：" + ticket.text("number") + " " + ticket.text("title")),
                    subjects(office));

            house.clock.advance(Duration.ofMinutes(61));
            house.reckon.due();
            house.reckon.open();
            assertEquals(List.of(2), tell(house, notify));
            Map<String, String> now = subjects(office);
            assertEquals(Set.of("petra@example.com", "grace@example.com"), now.keySet());
            assertEquals(
                    "Escalated: " + ticket.text("number") + " " + ticket.text("title"), now.get("grace@example.com"));
            assertEquals(3, office.letters().newest(null, 50).size());

            house.run(
                    new EscalateTicket(house.desk, house.reckon), house.again(ticket), new EscalateTicket.Input("Now"));
            assertEquals(List.of(3), tell(house, notify));
            assertTrue(office.letters().newest(null, 1).get(0).drawn().plain().contains("人工升级"));
        } finally {
            jobs.close();
        }
    }

    /** Who was away long is told of the highest step, not of three. */
    @OnEachDatabase
    void several_steps_at_once_are_one_event(TestDatabase databases) {
        TicketHouse house = new TicketHouse(databases);
        house.sla(house.calendar("Mo-Fr 08:00-17:00").id());
        Row ticket = house.ticket("critical");
        house.events.clear();
        house.clock.advance(Duration.ofDays(3));
        house.reckon.open();
        List<Event> told = house.events.events().stream()
                .filter(it -> it.type().equals(AftersalesTypes.TICKET_ESCALATED))
                .toList();
        assertEquals(1, told.size());
        assertEquals(ticket.id(), told.get(0).subject());
        assertTrue(told.get(0).data().contains("\"step\":3"), told::toString);
    }

    private static List<Integer> tell(TicketHouse house, NotifyOfEscalation notify) {
        List<Event> raised = house.events.events().stream()
                .filter(it -> notify.wants(it.type()))
                .toList();
        raised.forEach(notify::on);
        house.events.clear();
        return raised.stream()
                .map(it -> it.data().replaceAll("\\D*(\\d).*", "$1"))
                .map(Integer::valueOf)
                .toList();
    }

    /** Subjects by address; the latest of each. */
    private static Map<String, String> subjects(PostOffice office) {
        return office.letters().newest(null, 50).stream()
                .collect(
                        Collectors.toMap(StoredLetter::address, it -> it.drawn().subject(), (one, other) -> one));
    }

    private static UUID person(
            TicketHouse house, String login, String language, String role, Map<String, Set<Scope>> grants) {
        house.directory.saveRole(house.system, new Directory.Role(role, role, grants));
        return house.directory.save(
                house.system,
                new Directory.User(
                        null,
                        login,
                        login,
                        login + "@example.com",
                        language,
                        "UTC",
                        null,
                        Set.of(),
                        Set.of(role),
                        true),
                null);
    }
}
