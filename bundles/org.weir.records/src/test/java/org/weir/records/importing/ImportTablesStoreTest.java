package org.weir.records.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.Imports.Reading;
import org.weir.records.api.Imports.State;
import org.weir.records.api.Row;
import org.weir.records.sheet.SheetWriter;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "trade"})
final class ImportTablesStoreTest {
    @SuppressWarnings("NullAway.Init")
    private Trade trade;

    @SuppressWarnings("NullAway.Init")
    private Actor anna;

    @BeforeEach
    void open(TestDatabase databases) {
        trade = new Trade(databases);
        anna = trade.anna;
    }

    @OnEachDatabase
    void an_upload_is_kept_with_its_head_its_first_rows_and_a_guessed_mapping() {
        Batch batch = trade.upload(anna, "Name;Country;Staff;Unknown\nAcme;de;12;x\nBeta;fr;3;y\n");
        assertEquals(State.UPLOADED, batch.state());
        assertEquals(List.of("Name", "Country", "Staff", "Unknown"), batch.heads());
        assertEquals(List.of("Acme", "de", "12", "x"), batch.preview().get(0));
        assertEquals(2, batch.rows());
        assertEquals(new Reading("UTF-8", ";", "", true), batch.reading());
        assertEquals(
                Map.of("name", List.of(0), "country", List.of(1), "staff", List.of(2)),
                batch.mapping().columns());
        assertEquals(List.of("name", "country"), batch.mapping().keys());
        assertEquals(batch, trade.imports.find(anna, batch.id()));
        assertEquals(List.of(batch), trade.imports.recent(anna, "company", 10));
    }

    @OnEachDatabase
    void rows_create_change_leave_or_fail_and_say_why() {
        Row old = trade.create(anna, "name", "Äcme", "country", "DE", "codes", List.of("a"), "staff", 5L);
        Row same = trade.create(anna, "name", "Same", "country", "FR", "staff", 9L);
        Batch batch = trade.run(anna, """
                Name,Country,Network codes,Staff,E-mail
                acme,de,a;b,6,
                SAME,France,,9,
                New,GB,x,1,new@example.org
                Wrong,Atlantis,,many,
                ,de,,,
                Bad mail,de,,,nobody
                """, "name", "country");
        assertEquals(
                List.of("2 CHANGED", "3 UNCHANGED", "4 CREATED"),
                trade.results(anna, batch).subList(0, 3));
        assertEquals(State.DONE, batch.state());
        assertEquals(Trade.counts(1, 1, 1, 3), batch.counts());
        Row changed = trade.read(old.id());
        assertEquals("Äcme", changed.get("name"));
        assertEquals(List.of("a", "b"), changed.list("codes"));
        assertEquals(6L, changed.get("staff"));
        assertEquals(same.version(), trade.read(same.id()).version());
        assertEquals("trader", trade.only("New").get("kind"));
        assertEquals(anna.user(), trade.only("New").get("owner"));
        List<String> failed = trade.results(anna, batch).subList(3, 6);
        assertTrue(
                failed.get(0).startsWith("5 FAILED country: ") && failed.get(0).contains("Staff: "), failed.get(0));
        assertTrue(failed.get(1).startsWith("6 FAILED name: "), failed.get(1));
        assertTrue(failed.get(2).startsWith("7 FAILED email: "), failed.get(2));
    }

    @OnEachDatabase
    void the_error_file_has_the_rows_as_they_came_and_the_reason() {
        Batch batch = trade.run(anna, "Name,Staff\nGood,1\n\"=Bad,\n1\",many\nRagged,1,extra\n", "name");
        String[] lines = trade.errorFile(anna, batch).split("\r\n");
        assertEquals("\uFEFFName,Staff,Reason", lines[0]);
        assertTrue(
                lines[1].startsWith("\"'=Bad,\n1\",many,\"Staff: ")
                        || lines[1].startsWith("\"'=Bad,\n1\",many,Staff: "),
                lines[1]);
        assertEquals("Ragged,1,More cells than columns: 3 / 2,extra", lines[2]);
        assertEquals(3, lines.length);
    }

    @OnEachDatabase
    void a_dry_run_tells_what_the_run_will_do_and_writes_nothing() {
        trade.create(anna, "name", "Old", "country", "DE");
        String rows = IntStream.range(0, 700)
                .mapToObj(i -> "Firm " + (i % 300) + ",de,c" + i + ",Group " + (i % 7) + "\n")
                .collect(Collectors.joining());
        Batch batch = trade.map(
                anna,
                trade.upload(
                        anna,
                        "Name,Country,Network codes,Belongs to\n" + rows + "Old,de,c1,Firm 3\nOld,de,c1,\nNo,xx,,\n"),
                List.of("name", "country"),
                List.of("parent"));
        Batch checked = trade.dryRun(anna, batch);
        assertEquals(State.CHECKED, checked.state());
        List<String> foreseen = trade.results(anna, checked);
        assertEquals(1, trade.count());
        Batch done = trade.run(anna, checked);
        assertEquals(checked.counts(), done.counts());
        assertEquals(Trade.counts(300, 401, 1, 1), done.counts());
        assertEquals(foreseen, trade.results(anna, done));
        assertEquals(308, trade.count());
        assertEquals(List.of("c3", "c303", "c603"), trade.only("Firm 3").list("codes"));
        assertEquals(trade.only("Firm 3").id(), trade.only("Old").get("parent"));
    }

    @OnEachDatabase
    void undo_deletes_what_was_created_and_restores_what_was_changed() {
        Row old = trade.create(
                anna,
                "name",
                "Old",
                "country",
                "DE",
                "staff",
                5L,
                "codes",
                List.of("a"),
                "since",
                LocalDate.of(2020, 2, 29));
        Batch batch = trade.upload(
                anna,
                "Name,Country,Staff,Network codes,Customer since,E-mail,Belongs to\n"
                        + "Old,de,6,b,2021-01-01,,\nNew,de,1,,,n@example.org,Old\nOld,de,7,c,,o@example.org,Holding\n");
        Batch done = trade.run(anna, trade.map(anna, batch, List.of("name", "country"), List.of("parent")));
        assertEquals(Trade.counts(1, 2, 0, 0), done.counts());
        assertEquals(List.of("a", "b", "c"), trade.read(old.id()).list("codes"));
        assertEquals(3, trade.count());
        Batch undone = trade.undo(anna, done);
        assertEquals(State.UNDONE, undone.state());
        assertEquals(Map.of(Outcome.UNDONE, 3L), undone.counts());
        assertEquals(
                List.of("Old"), trade.all().stream().map(it -> it.get("name")).toList());
        assertEquals(old.values(), trade.read(old.id()).values());
        assertEquals(Trade.counts(1, 2, 0, 0), trade.run(anna, undone).counts());
    }

    @OnEachDatabase
    void what_others_changed_since_is_kept_and_reported() {
        Row old = trade.create(anna, "name", "Old", "country", "DE", "staff", 5L);
        Batch done = trade.run(anna, "Name,Country,Staff\nOld,de,6\nNew,de,1\nGone,de,1\n", "name", "country");
        Actor bert = trade.colleagues.add("Bert", Locale.ENGLISH, Scope.ALL, Trade.ALL);
        trade.records.update(bert, Draft.change(trade.read(old.id()), Map.of("note", "mine")));
        trade.records.update(bert, Draft.change(trade.only("New"), Map.of("note", "mine")));
        Row gone = trade.only("Gone");
        trade.records.delete(bert, "company", gone.id(), gone.version());
        Batch undone = trade.undo(anna, done);
        assertEquals(Map.of(Outcome.KEPT, 2L, Outcome.UNDONE, 1L), undone.counts());
        assertTrue(trade.results(anna, undone).get(0).contains("changed since"));
        assertEquals(6L, trade.read(old.id()).get("staff"));
        assertEquals(2, trade.count());
    }

    @OnEachDatabase
    void what_others_refer_to_by_now_is_kept() {
        Batch done = trade.run(anna, "Name,Country\nNew,de\n", "name", "country");
        trade.create(anna, "name", "Child", "parent", trade.only("New").id());
        Batch undone = trade.undo(anna, done);
        assertEquals(Map.of(Outcome.KEPT, 1L), undone.counts());
        assertEquals(2, trade.count());
    }

    @OnEachDatabase
    void undo_needs_no_permission_to_delete() {
        Actor clerk = trade.colleagues.add("Clerk", Locale.ENGLISH, Scope.OWN, "read", "create", "import");
        Batch done = trade.run(clerk, "Name,Country\nNew,de\n", "name", "country");
        assertEquals(1, trade.count());
        assertEquals(Map.of(Outcome.UNDONE, 1L), trade.undo(clerk, done).counts());
        assertEquals(0, trade.count());
    }

    @OnEachDatabase
    void references_are_found_by_title_key_or_id_or_reported() {
        Row group = trade.create(anna, "name", "Group", "codes", List.of("G-1"), "email", "group@example.org");
        trade.create(anna, "name", "Twin", "country", "DE");
        trade.create(anna, "name", "Twin", "country", "FR");
        Batch done = trade.run(
                anna,
                "Name,Belongs to,Owner\nA,GROUP,\nB,g-1,\nC,group@example.org,anna\nD," + group.id()
                        + ",Anna\nE,Twin,\nF,Nobody,\nG,B,\nH,,Stranger\n",
                "name");
        assertEquals(Trade.counts(5, 0, 0, 3), done.counts());
        for (String child : List.of("A", "B", "C", "D")) {
            assertEquals(group.id(), trade.only(child).get("parent"), child);
        }
        assertEquals(trade.only("B").id(), trade.only("G").get("parent"));
        List<String> results = trade.results(anna, done);
        assertEquals("6 FAILED parent: 2 records are called “Twin”", results.get(4));
        assertEquals("7 FAILED parent: Nothing is called “Nobody”", results.get(5));
        assertEquals("9 FAILED owner: Nothing is called “Stranger”", results.get(7));
    }

    @OnEachDatabase
    void a_failed_row_leaves_nothing_behind_not_even_the_records_made_for_it() {
        Batch batch = trade.upload(
                anna, "Name,Belongs to,E-mail\nA,Holding,wrong\nB,Holding,b@example.org\nB2,Other,b@example.org\n");
        Batch done = trade.run(anna, trade.map(anna, batch, List.of("name"), List.of("parent")));
        assertEquals(Trade.counts(1, 0, 0, 2), done.counts());
        assertEquals(
                List.of("B", "Holding"),
                trade.all().stream().map(it -> it.get("name")).toList());
        assertEquals(trade.only("Holding").id(), trade.only("B").get("parent"));
    }

    @OnEachDatabase
    void values_are_read_as_people_of_the_language_write_them() {
        Batch batch = trade.upload(
                anna,
                "Name,Turnover,Customer since,Kind,Called at\nA,\"1.234,5\",31.12.2025,制造商,\nB,\"2,5\",2025-12-31,Maker,2026-01-31 08:15\n");
        Mapping guess = batch.mapping();
        trade.imports.map(anna, batch.id(), new Mapping(guess.columns(), List.of("name"), List.of(), "de"));
        Batch done = trade.run(anna, batch);
        assertEquals(Trade.counts(2, 0, 0, 0), done.counts(), () -> trade.results(anna, done)
                .toString());
        assertEquals(0, new BigDecimal("1234.5").compareTo((BigDecimal)
                        trade.only("A").values().get("turnover")));
        assertEquals(LocalDate.of(2025, 12, 31), trade.only("A").get("since"));
        assertEquals("maker", trade.only("A").get("kind"));
        assertEquals("maker", trade.only("B").get("kind"));
        assertEquals(
                java.time.Instant.parse("2026-01-31T07:15:00Z"), trade.only("B").get("calledAt"));
    }

    @OnEachDatabase
    void typed_cells_of_a_workbook_are_not_read_by_a_language() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter sheet = SheetWriter.xlsx(out, "x")) {
            sheet.row(List.of("Name", "Turnover", "Customer since", "Staff"));
            sheet.row(List.of("A", new BigDecimal("1234.5"), LocalDate.of(2025, 12, 31), 12));
        }
        Batch batch = trade.upload(anna, out.toByteArray());
        trade.imports.map(anna, batch.id(), new Mapping(batch.mapping().columns(), List.of("name"), List.of(), "de"));
        trade.run(anna, batch);
        assertEquals(0, new BigDecimal("1234.5").compareTo((BigDecimal)
                        trade.only("A").values().get("turnover")));
        assertEquals(LocalDate.of(2025, 12, 31), trade.only("A").get("since"));
        assertEquals(12L, trade.only("A").get("staff"));
    }

    @OnEachDatabase
    void several_columns_fill_one_field_and_the_mapping_is_remembered_for_the_same_heads() {
        String csv = "Firm,Land,Vorwahl,Nummer\nAcme,de,262,01\n";
        Batch first = trade.upload(anna, csv);
        Map<String, List<Integer>> columns = Map.of("name", List.of(0), "country", List.of(1), "codes", List.of(2, 3));
        trade.imports.map(anna, first.id(), new Mapping(columns, List.of("codes"), List.of(), "en"));
        trade.run(anna, first);
        assertEquals(List.of("262-01"), trade.only("Acme").list("codes"));
        Batch second = trade.upload(anna, csv.replace("Firm,Land", "FIRM,LAND"));
        assertEquals(columns, second.mapping().columns());
        assertEquals(List.of("codes"), second.mapping().keys());
        assertEquals(Trade.counts(0, 0, 1, 0), trade.run(anna, second).counts());
        Actor bert = trade.colleagues.add("Bert", Locale.ENGLISH, Scope.ALL, Trade.ALL);
        assertFalse(trade.upload(bert, csv).mapping().columns().containsKey("codes"));
    }

    @OnEachDatabase
    void a_record_one_may_not_see_is_neither_changed_nor_told_of() {
        Row hidden = trade.create(anna, "name", "Secret Corp", "country", "DE", "email", "boss@secret.example");
        Actor clerk = trade.colleagues.add("Clerk", Locale.ENGLISH, Scope.OWN, "read", "create", "update", "import");
        Batch done = trade.run(
                clerk, "Name,E-mail,Belongs to\nX,boss@secret.example,\nY,y@example.org,Secret Corp\n", "email");
        List<String> results = trade.results(clerk, done);
        assertTrue(results.get(0).startsWith("2 FAILED email: "), results.get(0));
        assertEquals("3 FAILED parent: Nothing is called “Secret Corp”", results.get(1));
        assertFalse(results.toString().contains(hidden.id().toString()));
        assertFalse(results.get(0).contains("Secret Corp"));
        assertEquals(hidden, hidden);
        assertEquals(1, trade.read(hidden.id()).version());
        assertEquals(1, trade.count());
    }

    @OnEachDatabase
    void permissions_are_asked_for_the_import_and_for_every_row() {
        Actor reader = trade.colleagues.add("Reader", Locale.ENGLISH, Scope.ALL, "read");
        assertEquals(
                403,
                assertThrows(ProblemException.class, () -> trade.upload(reader, "Name\nA\n"))
                        .status());
        Actor changer = trade.colleagues.add("Changer", Locale.ENGLISH, Scope.ALL, "read", "update", "import");
        Row old = trade.create(anna, "name", "Old", "staff", 1L);
        Batch done = trade.run(changer, "Name,Staff\nOld,2\nNew,2\n", "name");
        assertEquals(Trade.counts(0, 1, 0, 1), done.counts());
        assertEquals(2L, trade.read(old.id()).get("staff"));
        Batch annas = trade.upload(anna, "Name\nA\n");
        ProblemException thrown = assertThrows(ProblemException.class, () -> trade.imports.find(changer, annas.id()));
        assertEquals(404, thrown.status());
        assertThrows(ProblemException.class, () -> trade.imports.run(changer, annas.id()));
        assertThrows(ProblemException.class, () -> trade.imports.find(anna, Ids.next()));
    }

    @OnEachDatabase
    void a_cancelled_import_keeps_what_it_committed_goes_on_and_can_be_undone() {
        String csv = "Name\n"
                + IntStream.range(0, 600).mapToObj(i -> "Firm " + i + "\n").collect(Collectors.joining());
        Batch batch = trade.map(anna, trade.upload(anna, csv), List.of(), List.of());
        trade.jobs.cancelAtStep(1);
        Batch cancelled = trade.run(anna, batch);
        assertEquals(State.CANCELLED, cancelled.state());
        assertEquals(250, trade.count());
        assertEquals(Trade.counts(250, 0, 0, 0), cancelled.counts());
        trade.jobs.cancelAtStep(Integer.MAX_VALUE);
        Batch done = trade.run(anna, cancelled);
        assertEquals(State.DONE, done.state());
        assertEquals(600, trade.count());
        assertEquals(List.of(500L, 600L), trade.jobs.steps());
        assertEquals(Map.of(Outcome.UNDONE, 600L), trade.undo(anna, done).counts());
        assertEquals(0, trade.count());
    }

    @OnEachDatabase
    void a_batch_that_has_run_is_not_run_or_mapped_again_before_it_is_undone() {
        Batch done = trade.run(anna, "Name\nA\n");
        Mapping mapping = done.mapping();
        assertEquals(
                409,
                assertThrows(ProblemException.class, () -> trade.imports.run(anna, done.id()))
                        .status());
        assertEquals(
                409,
                assertThrows(ProblemException.class, () -> trade.imports.map(anna, done.id(), mapping))
                        .status());
        assertEquals(
                409,
                assertThrows(ProblemException.class, () -> trade.imports.dryRun(anna, done.id()))
                        .status());
        Batch undone = trade.undo(anna, done);
        assertThrows(ProblemException.class, () -> trade.imports.undo(anna, undone.id()));
        assertEquals(
                State.UPLOADED, trade.imports.map(anna, undone.id(), mapping).state());
        assertEquals(1, trade.count() + 1);
    }

    @OnEachDatabase
    void an_encoding_that_was_guessed_can_be_chosen_anew() {
        Batch batch = trade.upload(anna, "名称,国家\n中国移动,cn\n", Charset.forName("GBK"));
        assertFalse(batch.reading().certain());
        assertEquals(List.of("中国移动", "cn"), batch.preview().get(0));
        assertEquals(
                Map.of("name", List.of(0), "country", List.of(1)),
                batch.mapping().columns());
        Batch again = trade.imports.reread(anna, batch.id(), new Reading("GBK", "", "", true));
        assertEquals(new Reading("GBK", ",", "", true), again.reading());
        ProblemException wrong = assertThrows(
                ProblemException.class,
                () -> trade.imports.reread(anna, batch.id(), new Reading("UTF-8", "", "", true)));
        assertEquals(422, wrong.status());
        assertThrows(
                ProblemException.class,
                () -> trade.imports.reread(anna, batch.id(), new Reading("no such", "", "", true)));
        trade.run(anna, again);
        assertEquals("CN", trade.only("中国移动").get("country"));
    }

    @OnEachDatabase
    void bad_files_are_refused_with_a_reason_and_bad_rows_are_reported() {
        assertEquals(422, status(""));
        assertEquals(422, status("\n\n"));
        assertEquals(422, status("Name,Name\n1,2\n"));
        assertEquals(422, status("Name,Staff\nA,\"1\nB,2\n"));
        assertEquals(415, status("%PDF-1.7"));
        Batch done = trade.run(
                anna,
                "Name,Note\nA," + "x".repeat(1_000_000) + "\nB,ok\nC,a\0b\nD\n" + "E".repeat(300) + ",\n",
                "name");
        assertEquals(Trade.counts(1, 0, 0, 4), done.counts());
        assertEquals(
                "2 FAILED : Note: longer than 32767 characters",
                trade.results(anna, done).get(0));
        assertTrue(trade.errorFile(anna, done).length() > 1_000_000);
    }

    private int status(String csv) {
        return assertThrows(ProblemException.class, () -> trade.upload(anna, csv))
                .status();
    }

    @OnEachDatabase
    void hostile_texts_are_kept_letter_by_letter() {
        List<String> texts = List.of(
                "'; drop table trade.company; --",
                "<script>alert(1)</script>",
                "=HYPERLINK(\"http://x\")",
                "{0} ${jndi:ldap://x} %s",
                "👩‍🚀 𠀀𰻞",
                "*",
                "100% _ \\ back");
        StringBuilder csv = new StringBuilder("Name,Note,Network codes\n");
        texts.forEach(it -> csv.append('"')
                .append(it.replace("\"", "\"\""))
                .append("\",\"")
                .append(it.replace("\"", "\"\""))
                .append("\",\"")
                .append(it.replace("\"", "\"\"").replace(";", ""))
                .append("\"\n"));
        Batch done = trade.run(anna, csv.toString(), "name");
        assertEquals(Trade.counts(7, 0, 0, 0), done.counts(), () -> trade.results(anna, done)
                .toString());
        Set<Object> kept = trade.all().stream().map(it -> it.get("note")).collect(Collectors.toSet());
        assertEquals(Set.copyOf(texts), kept);
        assertEquals(
                Set.copyOf(texts),
                new TreeSet<>(trade.all().stream().map(it -> it.text("name")).toList()));
        assertEquals(
                Trade.counts(0, 0, 7, 0),
                trade.run(anna, csv.toString(), "name").counts());
    }

    @OnEachDatabase
    void tabs_and_line_breaks_in_one_line_texts_are_blanks() {
        trade.run(anna, "Name,Note\n\"Fix\tLine\r\nMobile\",\"a\nb\"\n", "name");
        assertEquals("a\nb", trade.only("Fix Line Mobile").get("note"));
    }

    @OnEachDatabase
    void a_mapping_is_checked() {
        Batch batch = trade.upload(anna, "Name,Staff\nA,1\n");
        assertWrong(batch, new Mapping(Map.of("nothing", List.of(0)), List.of(), List.of(), "en"), "nothing");
        assertWrong(batch, new Mapping(Map.of("name", List.of(2)), List.of(), List.of(), "en"), "name");
        assertWrong(batch, new Mapping(Map.of("name", List.of()), List.of(), List.of(), "en"), "name");
        assertWrong(batch, new Mapping(Map.of("name", List.of(0)), List.of("staff"), List.of(), "en"), "staff");
        assertWrong(batch, new Mapping(Map.of("name", List.of(0)), List.of(), List.of("staff"), "en"), "staff");
        assertWrong(batch, new Mapping(Map.of("name", List.of(0)), List.of(), List.of(), ""), "language");
        Batch unmapped = trade.imports.map(anna, batch.id(), new Mapping(Map.of(), List.of(), List.of(), "en"));
        assertEquals(
                422,
                assertThrows(ProblemException.class, () -> trade.imports.run(anna, unmapped.id()))
                        .status());
    }

    private void assertWrong(Batch batch, Mapping mapping, String field) {
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> trade.imports.map(anna, batch.id(), mapping));
        assertEquals(422, thrown.status());
        assertEquals(field, thrown.fields().get(0).field());
    }

    @OnEachDatabase
    void a_key_that_finds_several_records_or_is_empty_is_an_error_of_the_row() {
        trade.create(anna, "name", "Twin", "country", "DE");
        trade.create(anna, "name", "Twin", "country", "FR");
        Batch done = trade.run(anna, "Staff,Name\n1,Twin\n2,\n", "name");
        assertEquals(Trade.counts(0, 0, 0, 2), done.counts());
        assertEquals(
                "2 FAILED name: 2 records match; the key must find one",
                trade.results(anna, done).get(0));
        Batch byBoth = trade.run(anna, "Name,Country,Staff\nTwin,,3\nTwin,fr,4\n", "name", "country");
        assertEquals(Trade.counts(1, 1, 0, 0), byBoth.counts());
        assertNull(trade.all().stream()
                .filter(it -> Long.valueOf(3).equals(it.get("staff")))
                .findFirst()
                .orElseThrow()
                .get("country"));
    }

    @OnEachDatabase
    void imports_and_undos_are_audited() {
        trade.undo(anna, trade.run(anna, "Name\nA\n"));
        assertEquals(
                List.of("import.started company companies.csv", "import.undone company companies.csv"), trade.audited);
    }

    @OnEachDatabase
    void results_are_paged_and_filtered() {
        Batch done = trade.run(anna, "Name,Staff\nA,1\nB,x\nC,2\nD,y\n");
        assertEquals(
                List.of(3L, 5L),
                trade.imports.results(anna, done.id(), Outcome.FAILED, 0, 10).stream()
                        .map(it -> it.line())
                        .toList());
        assertEquals(
                List.of(4L),
                trade.imports.results(anna, done.id(), null, 2, 1).stream()
                        .map(it -> it.line())
                        .toList());
        assertEquals(StandardCharsets.UTF_8.name(), done.reading().charset());
    }
}
