package org.weir.itest.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** A Weir goes into one file while people work with it, and comes back out of it on both databases. */
final class BackupIT {
    @TempDir
    static Path base;

    private static Path archive;
    private static List<String> before;
    private static Weir original;

    @BeforeAll
    static void back_up_while_four_clients_write() throws Exception {
        original = new Weir(base.resolve("original")).started("--region", "cn", "--demo");
        Eventually.until("demo data", () -> original.log().contains("Demo data made: relationship"));
        Path files = Files.createDirectories(base.resolve("original/data/files/ab"));
        Files.writeString(files.resolve("abcd"), "content");
        Queue<String> written = new ConcurrentLinkedQueue<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> clients = List.of(
                new Thread(() -> write(written, stop)),
                new Thread(() -> write(written, stop)),
                new Thread(() -> write(written, stop)));
        clients.forEach(Thread::start);
        Eventually.until("the first writes", () -> written.size() > 20);
        before = List.copyOf(written);
        archive = base.resolve("weir.zip");
        Weir.Outcome backup = original.call("backup", archive.toString());
        stop.set(true);
        for (Thread client : clients) {
            client.join();
        }
        assertEquals(0, backup.code(), backup.out() + backup.err());
        assertTrue(backup.out().contains("Written: " + archive), backup.out());
        assertTrue(written.size() > before.size(), "others wrote meanwhile");
    }

    @AfterAll
    static void stop() throws Exception {
        original.close();
    }

    @Test
    void it_comes_back_in_an_empty_folder_with_its_region_files_and_people() throws Exception {
        try (Weir restored = new Weir(base.resolve("restored"))) {
            Weir.Outcome outcome = restored.call("restore", archive.toString());
            assertEquals(0, outcome.code(), outcome.out() + outcome.err());
            assertEquals("content", Files.readString(base.resolve("restored/data/files/ab/abcd")));
            assertEquals(
                    "cn", Files.readString(base.resolve("restored/data/region")).strip());
            restored.started();
            look(restored);

            restored.call("stop");
            Weir.Outcome again = restored.call("restore", archive.toString());
            assertEquals(1, again.code());
            assertTrue(again.out().contains("not empty"), again.out());
        }
    }

    @Test
    void it_comes_back_in_an_empty_postgresql_and_a_damaged_file_does_not() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Weir restored = on(postgres, "postgres")) {
            Path broken = Files.copy(archive, base.resolve("broken.zip"), StandardCopyOption.REPLACE_EXISTING);
            byte[] bytes = Files.readAllBytes(broken);
            bytes[bytes.length / 3] ^= 1;
            Files.write(broken, bytes);
            Weir.Outcome refused = restored.call("restore", broken.toString());
            assertEquals(1, refused.code());
            assertTrue(refused.out().contains("damaged"), refused.out());

            Weir.Outcome outcome = restored.call("restore", archive.toString());
            assertEquals(0, outcome.code(), outcome.out() + outcome.err());
            restored.started();
            look(restored);
        }
    }

    @Test
    void a_stopped_weir_moves_from_hsqldb_to_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Weir moving = new Weir(base.resolve("moving"))) {
            assertEquals(0, moving.call("restore", archive.toString()).code());
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            Weir.Outcome outcome = moving.call("migrate", url, "postgres");
            assertEquals(0, outcome.code(), outcome.out() + outcome.err());
            moving.with("WEIR_DB_URL", url).with("WEIR_DB_USER", "postgres").started();
            look(moving);
        }
    }

    @Test
    void the_console_of_the_running_weir_answers_and_the_doctor_finds_nothing() throws Exception {
        Weir.Outcome console = original.call("console", "lb", "-s");
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("org.weir.operations"), console.out());
        Weir.Outcome doctor = original.call("doctor");
        assertEquals(0, doctor.code(), doctor.out());
        assertTrue(doctor.out().contains("every bundle and component is active"), doctor.out());
    }

    private static Weir on(EmbeddedPostgres postgres, String folder) {
        return new Weir(base.resolve(folder))
                .with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                .with("WEIR_DB_USER", "postgres");
    }

    /** All that was written before is there, people sign in as before, and numbers, facts and records go on. */
    private static void look(Weir weir) throws Exception {
        Api api = new Api(weir, "demo-admin");
        for (String id : before) {
            assertEquals(
                    "Written meanwhile",
                    api.read("/api/account/" + id).path("name").asText());
        }
        String fresh = api.create("account", Map.of("name", "After the restore", "kind", "company"))
                .path("id")
                .asText();
        assertEquals(200, api.get("/api/account/" + fresh).statusCode());
        assertEquals(200, weir.get("/health/ready").statusCode());
        assertEquals(0, api.read("/api/admin/parked-events").path("items").size());
    }

    private static void write(Queue<String> written, AtomicBoolean stop) {
        try {
            Api api = new Api(original, "demo-admin");
            while (!stop.get()) {
                written.add(api.create("account", Map.of("name", "Written meanwhile", "kind", "company"))
                        .path("id")
                        .asText());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
