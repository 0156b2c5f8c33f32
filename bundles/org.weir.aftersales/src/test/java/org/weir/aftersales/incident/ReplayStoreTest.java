package org.weir.aftersales.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.aftersales.ticket.JudgeTickets;
import org.weir.aftersales.ticket.RewriteFacts;
import org.weir.aftersales.ticket.TicketHouse;
import org.weir.records.api.Action;
import org.weir.records.api.Imports;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.records.importing.ImportTables;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "calendar", "aftersales"})
final class ReplayStoreTest {
    private static final String LOG = """
            number,incident_state,sys_mod_count,made_sla,opened_at,sys_updated_at,category,u_symptom,priority,assignment_group
            INC1,New,0,TRUE,29-02-2016 01:16,29-02-2016 01:23,Category 55,Symptom 72,3 - Moderate,Group 56
            INC1,Awaiting User Info,1,TRUE,29-02-2016 01:16,29-02-2016 02:16,Category 55,?,3 - Moderate,?
            INC1,Active,2,TRUE,29-02-2016 01:16,29-02-2016 12:16,Category 55,?,3 - Moderate,Group 56
            INC1,Resolved,3,TRUE,29-02-2016 01:16,29-02-2016 13:16,Category 55,?,3 - Moderate,Group 56
            INC1,Closed,4,FALSE,29-02-2016 01:16,05-03-2016 12:00,Category 55,?,3 - Moderate,Group 56
            INC2,New,0,TRUE,29-02-2016 01:16,29-02-2016 01:23,Category 55,Symptom 72,3 - Moderate,Group 56
            INC2,Closed,1,TRUE,29-02-2016 01:16,29-02-2016 02:23,Category 55,Symptom 72,3 - Moderate,Group 56
            """;

    private static final class NoAudit implements Audit {
        @Override
        public void note(@Nullable Actor actor, String action, String detail, String address) {
            assertTrue(action.length() > 0);
        }

        @Override
        public Verdict verify() {
            throw new UnsupportedOperationException();
        }
    }

    private final AtOnce jobs = new AtOnce();

    private Batch imported(TicketHouse house, Actor root, InputStream log) throws IOException {
        Imports imports = new ImportTables(house.kit, house.records, jobs, house.access, new NoAudit());
        Batch batch = imports.upload(root, "incident-event", "log.csv", log);
        imports.run(root, batch.id());
        return imports.find(root, batch.id());
    }

    private static Row sla(TicketHouse house, int critical, int major, int minor, int question) {
        Row sla = house.make(
                "sla",
                "name",
                "Service desk",
                "calendar",
                house.calendar("24/7").id());
        Map<String, Integer> minutes =
                Map.of("critical", critical, "major", major, "minor", minor, "question", question);
        minutes.forEach(
                (severity, it) -> house.make("sla-target", "sla", sla.id(), "severity", severity, "resolve", it));
        return sla;
    }

    private Comparison replayed(TicketHouse house, Actor root, Row sla) {
        ReplayIncidents replay = new ReplayIncidents(
                house.database, new RewriteFacts(house.database), house.records, jobs, house.access);
        Action.Done done = replay.run(new Action.Call(
                root, List.of(), Query.all("incident-event"), new ReplayIncidents.Input(house.account.id(), sla.id())));
        assertEquals("incident.replayed", text(jobs, done));
        return new CompareReplay(house.database, new JudgeTickets(house.reckon), house.records).compare(root);
    }

    private static String text(AtOnce jobs, Action.Done done) {
        return Objects.requireNonNull(
                        jobs.get(Objects.requireNonNull(done.job())).message())
                .key();
    }

    @OnEachDatabase
    void a_log_becomes_tickets_whose_clocks_are_compared_with_what_was_recorded(TestDatabase databases)
            throws IOException {
        TicketHouse house = new TicketHouse(databases);
        Actor root = house.root();
        Batch batch = imported(house, root, new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Map.of(Outcome.CREATED, 7L), batch.counts());
        Row sla = sla(house, 60, 60, 300, 60);
        Comparison first = replayed(house, root, sla);
        assertEquals(new Comparison.Table(1, 0, 1, 0), first.pausing());
        assertEquals(new Comparison.Table(1, 0, 0, 1), first.waiting());
        assertEquals(1, first.differences().size());
        assertEquals(first.pausing(), replayed(house, root, sla).pausing());
        assertEquals(2, house.records.list(root, Query.all("ticket")).rows().size());
    }

    @OnEachDatabase
    void the_real_log_of_890_incidents_is_replayed(TestDatabase databases) throws IOException {
        Path file = data("incidents/incident_event_log.csv");
        Assumptions.assumeTrue(Files.exists(file), "no shared data here: give its folder with -Dweir.data");
        TicketHouse house = new TicketHouse(databases);
        Actor root = house.root();
        try (InputStream log = Files.newInputStream(file)) {
            assertEquals(
                    Map.of(Outcome.CREATED, 5_998L), imported(house, root, log).counts());
        }
        Comparison comparison = replayed(house, root, sla(house, 300, 15, 5_400, 5_760));
        assertEquals(890, comparison.pausing().all());
        assertTrue(comparison.waiting().agreeing() >= 885, comparison.waiting().toString());
        assertTrue(comparison.pausing().agreeing() >= 720, comparison.pausing().toString());
        assertEquals(
                890 - comparison.pausing().agreeing(), comparison.differences().size());
        System.getLogger("replay").log(System.Logger.Level.INFO, comparison.pausing() + " " + comparison.waiting());
    }

    /** Below {@code -Dweir.data}, or a shared/data folder above. */
    private static Path data(String name) {
        String given = System.getProperty("weir.data");
        if (given != null) {
            return Path.of(given, name);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("shared/data"))) {
                return folder.resolve("shared/data").resolve(name);
            }
            folder = folder.getParent();
        }
        return Path.of("no such file");
    }
}
