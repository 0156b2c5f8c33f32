package org.weir.files.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.files.content.ContentStore;
import org.weir.records.api.Row;
import org.weir.testkit.FakeClock;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;

@Schemas({"access", "records", "relationship", "files"})
class AttachmentsStoreTest {
    @TempDir
    Path folder;

    private final FakeClock clock = FakeClock.at("2026-03-02T10:00:00Z");

    private Attachments attachments(TestDatabase databases, RecordHouse house) {
        return new Attachments(
                house.records(), house.events(), databases.schema("files"), new ContentStore(folder, 0), clock, 1000);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @OnEachDatabase
    void a_file_is_added_found_removed_and_brought_back(TestDatabase databases) throws IOException {
        RecordHouse house = new RecordHouse(databases);
        Attachments files = attachments(databases, house);
        Row account = house.create("account", Map.of("name", "Atlas"));
        Attachment added =
                files.add(house.system(), "account", account.id(), "..\\plans\\site plan.pdf", bytes("%PDF-1.7"));
        assertEquals("site plan.pdf", added.name());
        assertEquals("application/pdf", added.media());
        assertEquals(List.of(added), files.of(house.system(), "account", account.id()));
        assertEquals(1, files.count(account));
        try (InputStream in = files.open(added)) {
            assertEquals("%PDF-1.7", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        files.remove(house.system(), added.id());
        assertEquals(0, files.count(account));
        assertThrows(ProblemException.class, () -> files.read(house.system(), added.id()));
        files.restore(house.system(), added.id());
        assertEquals(added, files.read(house.system(), added.id()));
        assertEquals(
                List.of("file.added", "file.removed", "file.added"),
                house.events().types().stream()
                        .filter(it -> it.startsWith("file."))
                        .toList());
    }

    @OnEachDatabase
    void who_does_not_see_the_record_sees_no_file_and_adds_none(TestDatabase databases) throws IOException {
        RecordHouse house = new RecordHouse(databases);
        Attachments files = attachments(databases, house);
        Row account = house.create("account", Map.of("name", "Atlas"));
        Attachment added = files.add(house.system(), "account", account.id(), "a.txt", bytes("secret"));
        Actor stranger = house.user("stranger", "account-responsible");
        assertEquals(404, status(() -> files.of(stranger, "account", account.id())));
        assertEquals(404, status(() -> files.read(stranger, added.id())));
        assertEquals(404, status(() -> files.remove(stranger, added.id())));
        assertEquals(404, status(() -> add(files, stranger, account)));
        assertEquals(1, files.count(account));
    }

    @OnEachDatabase
    void who_may_read_no_such_records_is_not_told_that_a_file_is_there(TestDatabase databases) throws IOException {
        RecordHouse house = new RecordHouse(databases);
        Attachments files = attachments(databases, house);
        Row account = house.create("account", Map.of("name", "Atlas"));
        Attachment added = files.add(house.system(), "account", account.id(), "a.txt", bytes("secret"));
        Actor nobody = house.user("nobody");
        assertEquals(404, status(() -> files.read(nobody, added.id())));
        assertEquals(404, status(() -> files.remove(nobody, added.id())));
        assertEquals(404, status(() -> files.restore(nobody, added.id())));
    }

    @OnEachDatabase
    void what_was_removed_goes_after_a_month_with_its_content_unless_another_has_it(TestDatabase databases)
            throws IOException {
        RecordHouse house = new RecordHouse(databases);
        Attachments files = attachments(databases, house);
        Row account = house.create("account", Map.of("name", "Atlas"));
        Attachment only = files.add(house.system(), "account", account.id(), "a.txt", bytes("only here"));
        Attachment shared = files.add(house.system(), "account", account.id(), "b.txt", bytes("twice"));
        Attachment other = files.add(house.system(), "account", account.id(), "c.txt", bytes("twice"));
        files.remove(house.system(), only.id());
        files.remove(house.system(), shared.id());
        for (Attachment one : List.of(only, shared)) {
            Files.setLastModifiedTime(files.path(one), FileTime.from(clock.instant()));
        }
        clock.advance(Duration.ofDays(29));
        assertEquals(0, files.sweep());
        clock.advance(Duration.ofDays(2));
        assertEquals(1, files.sweep());
        assertFalse(Files.exists(files.path(only)));
        assertTrue(Files.exists(files.path(other)));
        assertEquals(404, status(() -> files.restore(house.system(), only.id())));
    }

    private static void add(Attachments files, Actor actor, Row account) {
        try {
            files.add(actor, "account", account.id(), "x.txt", bytes("x"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int status(Executable work) {
        return assertThrows(ProblemException.class, work).status();
    }
}
