package org.weir.store.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.store.api.Database;
import org.weir.store.connection.Settings;

/** What was acknowledged is there again, however the process ended. */
final class KilledWriterTest {
    private static final int KILLS = 20;
    private static final int LOOK_EVERY = 4;

    @Test
    void a_process_killed_twenty_times_under_load_loses_nothing_that_it_acknowledged(@TempDir Path folder)
            throws Exception {
        String url = "jdbc:hsqldb:file:" + folder.resolve("db/weir");
        Set<UUID> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = acknowledged.size();
            acknowledged.addAll(writeUntilKilled(url, folder.resolve("errors.txt")));
            assertTrue(acknowledged.size() > before, "round " + kill + " acknowledged nothing");
            // the lock of a process that we know to be dead; otherwise HSQLDB makes us wait for some 10 s
            Files.deleteIfExists(folder.resolve("db/weir.lck"));
            if (kill % LOOK_EVERY == 0) {
                look(url, acknowledged);
            }
        }
    }

    private static Set<UUID> writeUntilKilled(String url, Path errors) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Writer.class.getName(),
                        url)
                .redirectError(errors.toFile())
                .start();
        Set<UUID> acknowledged = new HashSet<>();
        try (BufferedReader lines = process.inputReader()) {
            String first = lines.readLine();
            if (first == null) {
                throw new AssertionError("the writer wrote nothing: " + Files.readString(errors));
            }
            acknowledged.add(UUID.fromString(first));
            Thread killer = new Thread(() -> kill(process));
            killer.start();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == first.length()) {
                    acknowledged.add(UUID.fromString(line));
                }
            }
            killer.join();
        }
        assertEquals(128 + 9, process.waitFor(), () -> "not killed: " + errors);
        return acknowledged;
    }

    private static void kill(Process process) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(50, 500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // through the handle, which leaves what was written in the pipe
        process.toHandle().destroyForcibly();
    }

    private static void look(String url, Set<UUID> acknowledged) throws Exception {
        try (Store store = Store.open(Settings.of(url, "SA", ""))) {
            Database database = store.migrated("kill", Writer.MIGRATIONS);
            Set<UUID> found = database.read(handle -> handle.createQuery("select id from kill.kept")
                    .mapTo(UUID.class)
                    .set());
            Set<UUID> lost = new HashSet<>(acknowledged);
            lost.removeAll(found);
            assertEquals(Set.of(), lost, () -> "lost of " + acknowledged.size());
            long total = database.read(handle -> handle.createQuery("select sum(written) from kill.totals")
                    .mapTo(Long.class)
                    .one());
            assertEquals(found.size(), total, "transactions are whole");
        }
    }
}
