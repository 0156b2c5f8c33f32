package org.weir.records.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Exports;
import org.weir.records.api.Exports.Download;
import org.weir.records.api.Exports.Format;
import org.weir.records.api.Filter;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.records.importing.Trade;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "trade"})
final class ExportTablesStoreTest {
    @SuppressWarnings("NullAway.Init")
    private Trade trade;

    @SuppressWarnings("NullAway.Init")
    private Exports exports;

    @BeforeEach
    void open(TestDatabase databases) throws IOException {
        trade = new Trade(databases);
        exports = new ExportTables(trade.kit, trade.records, trade.jobs, trade.colleagues::actor, trade.audit());
    }

    private void fill() {
        Row group = trade.create(
                trade.anna,
                "name",
                "=Group \"A\"; 👩‍🚀",
                "country",
                "DE",
                "codes",
                List.of("1-1", "-2"),
                "kind",
                "maker",
                "staff",
                12L,
                "turnover",
                new BigDecimal("-1234.50"),
                "since",
                LocalDate.of(2020, 2, 29),
                "calledAt",
                Instant.parse("2026-01-31T07:15:00Z"),
                "email",
                "a@example.org",
                "note",
                "+two\nlines, with comma");
        trade.create(trade.anna, "name", "Zeta", "country", "FR", "parent", group.id());
    }

    private Download export(Actor actor, Query query, List<String> fields, Format format) throws IOException {
        UUID job = exports.start(actor, query, fields, format);
        assertEquals(
                Jobs.State.DONE,
                trade.jobs.find(job).orElseThrow().state(),
                () -> String.valueOf(trade.jobs.find(job)));
        return exports.download(actor, job);
    }

    @OnEachDatabase
    void the_filtered_list_is_written_in_its_order_with_labels() throws IOException {
        fill();
        Download file = export(
                trade.anna,
                new Query("company", Filter.eq("country", "DE"), "", List.of(), 50, null, null),
                List.of("name", "kind", "since", "owner", "turnover"),
                Format.CSV);
        assertEquals("Companies 2026-11-22.csv", file.name());
        assertEquals(
                "\uFEFFName,Kind,Customer since,Owner,Turnover\r\n"
                        + "\"'=Group \"\"A\"\"; 👩‍🚀\",Maker,2020-02-29,Anna,-1234.50\r\n",
                Files.readString(file.file()));
        assertEquals(List.of("export.started company "), trade.audited);
        assertEquals(List.of(1L), trade.jobs.steps());
    }

    @OnEachDatabase
    void what_was_exported_is_imported_again_without_a_change() throws IOException {
        fill();
        for (Format format : Format.values()) {
            Download file = export(trade.anna, Query.all("company"), List.of(), format);
            Batch batch;
            try (InputStream content = Files.newInputStream(file.file())) {
                batch = trade.imports.upload(trade.anna, "company", file.name(), content);
            }
            assertEquals(
                    trade.kit.types().get("company").fields().size(),
                    batch.mapping().columns().size());
            assertEquals(
                    Map.of(Outcome.UNCHANGED, 2L), trade.run(trade.anna, batch).counts(), format.name());
        }
    }

    @OnEachDatabase
    void only_what_one_may_both_see_and_export_is_written() throws IOException {
        fill();
        Actor reader = trade.colleagues.add("Reader", Locale.ENGLISH, Scope.ALL, "read");
        assertEquals(
                403,
                assertThrows(
                                ProblemException.class,
                                () -> exports.start(reader, Query.all("company"), List.of(), Format.CSV))
                        .status());
        Actor clerk = trade.colleagues.add("Clerk", Locale.ENGLISH, Scope.OWN, "read", "create", "export");
        trade.create(clerk, "name", "Own");
        String own = Files.readString(
                export(clerk, Query.all("company"), List.of("name"), Format.CSV).file());
        assertEquals("\uFEFFName\r\nOwn\r\n", own);
        Set<Scope> all = Set.of(Scope.ALL);
        Actor wide = trade.colleagues.add(
                "Wide",
                Locale.ENGLISH,
                Map.of("company:read", all, "company:create", all, "company:export", Set.of(Scope.OWN)));
        trade.create(wide, "name", "Mine");
        String mine = Files.readString(
                export(wide, Query.all("company"), List.of("name"), Format.CSV).file());
        assertEquals("\uFEFFName\r\nMine\r\n", mine);
    }

    @OnEachDatabase
    void a_reference_one_may_not_see_is_left_out() throws IOException {
        Row hidden = trade.create(trade.anna, "name", "Hidden");
        Actor clerk = trade.colleagues.add("Clerk", Locale.ENGLISH, Scope.OWN, "read", "export");
        trade.create(trade.anna, "name", "Shown", "owner", clerk.user(), "parent", hidden.id());
        String csv = Files.readString(export(clerk, Query.all("company"), List.of("name", "parent"), Format.CSV)
                .file());
        assertEquals("\uFEFFName,Belongs to\r\nShown,\r\n", csv);
    }

    @OnEachDatabase
    void a_cancelled_export_leaves_no_file_and_others_cannot_fetch_ones_own() throws IOException {
        fill();
        UUID done = exports.start(trade.anna, Query.all("company"), List.of(), Format.XLSX);
        Actor bert = trade.colleagues.add("Bert", Locale.ENGLISH, Scope.ALL, Trade.ALL);
        assertEquals(
                404,
                assertThrows(ProblemException.class, () -> exports.download(bert, done))
                        .status());
        assertTrue(exports.download(trade.anna, done).name().endsWith(".xlsx"));
        trade.jobs.cancelAtStep(1);
        UUID cancelled = exports.start(trade.anna, Query.all("company"), List.of(), Format.CSV);
        assertEquals(
                Jobs.State.CANCELLED, trade.jobs.find(cancelled).orElseThrow().state());
        assertThrows(ProblemException.class, () -> exports.download(trade.anna, cancelled));
    }

    @OnEachDatabase
    void an_unknown_field_and_a_wrong_filter_are_refused_at_once() {
        assertEquals(400, status(Query.all("company"), List.of("nothing")));
        assertEquals(400, status(Query.all("company").where(Filter.eq("nothing", "x")), List.of()));
        assertFalse(trade.jobs.ofOwner(trade.anna.user(), 10).iterator().hasNext());
    }

    private int status(Query query, List<String> fields) {
        return assertThrows(ProblemException.class, () -> exports.start(trade.anna, query, fields, Format.CSV))
                .status();
    }
}
