package org.weir.store.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Database;
import org.weir.store.connection.Settings;
import org.weir.store.schema.MigrationFile;

/** A disk of 96 MB that others fill while four threads write. */
@SuppressWarnings("try")
final class FullDiskTest {
    private static final int WRITERS = 4;
    /** While others fill the disk, so that the database stays small beside them and fits into memory. */
    private static final long BREATH_MILLIS = 5;

    private static final long RESERVE = 16L * 1024 * 1024;
    private static final String BODY = "x".repeat(2000);
    private static final List<MigrationFile> SCHEMA = List.of(new MigrationFile(
            "V1__kept.sql", "create table filled.kept (id uuid not null primary key, body varchar(5000) not null);"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path disk;

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here (only root may), so the full disk is not tested");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertTrue(run("umount", "-l", disk.toString()));
        }
    }

    @Test
    void a_disk_that_weir_itself_fills_ends_in_refusals_and_loses_nothing() throws Exception {
        try (Store store = open()) {
            Database database = store.migrated("filled", SCHEMA);
            write(database, 0, () -> refused.get() > 50);
            assertTrue(store.notice().now().isPresent());
            assertTrue(found(database).containsAll(acknowledged), "reading goes on");
        }
        try (Store store = open()) {
            assertNothingIsLost(store.migrated("filled", SCHEMA));
        }
    }

    @Test
    void a_disk_that_others_fill_up_to_the_last_byte_loses_nothing_and_writing_goes_on_when_there_is_space()
            throws Exception {
        for (int round = 0; round < 3; round++) {
            refused.set(0);
            try (Store store = open()) {
                Database database = store.migrated("filled", SCHEMA);
                Thread others = new Thread(this::fill);
                others.start();
                write(database, BREATH_MILLIS, () -> refused.get() > 50 && !others.isAlive());
                others.join();
                assertTrue(found(database).containsAll(acknowledged), "reading goes on");
                if (round > 0) {
                    Files.delete(disk.resolve("others"));
                    assertFalse(store.notice().now().isPresent());
                    int before = acknowledged.size();
                    write(database, 0, () -> acknowledged.size() > before + 100);
                }
            }
            Files.deleteIfExists(disk.resolve("others"));
            try (Store store = open()) {
                assertNothingIsLost(store.migrated("filled", SCHEMA));
            }
        }
    }

    private Store open() throws Exception {
        String url = "jdbc:hsqldb:file:" + disk.resolve("db/weir");
        return Store.open(new Settings(url, "SA", "", 8, Duration.ofSeconds(15), RESERVE));
    }

    private void fill() {
        byte[] block = new byte[1024 * 1024];
        try (OutputStream out = Files.newOutputStream(disk.resolve("others"))) {
            for (int before = acknowledged.size(); acknowledged.size() < before + 200; ) {
                Thread.sleep(1);
            }
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // that is what it is for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param breath milliseconds after each row */
    private void write(Database database, long breath, BooleanSupplier enough) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        for (int i = 0; i < WRITERS; i++) {
            Thread thread = new Thread(() -> {
                while (!stop.get()) {
                    one(database);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(breath));
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (int tries = 0; tries < 6000 && !enough.getAsBoolean(); tries++) {
            Thread.sleep(10);
        }
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(enough.getAsBoolean());
    }

    private void one(Database database) {
        UUID id = Ids.next();
        try {
            database.perform(handle -> handle.createUpdate("insert into filled.kept (id, body) values (:id, :body)")
                    .bind("id", id)
                    .bind("body", BODY)
                    .execute());
            acknowledged.add(id);
        } catch (ProblemException e) {
            assertEquals(503, e.status());
            refused.incrementAndGet();
        }
    }

    private void assertNothingIsLost(Database database) {
        Set<UUID> lost = new HashSet<>(acknowledged);
        lost.removeAll(found(database));
        assertEquals(Set.of(), lost, () -> "lost of " + acknowledged.size());
        assertTrue(acknowledged.size() > 100);
    }

    private static Set<UUID> found(Database database) {
        return database.read(handle -> handle.createQuery("select id from filled.kept")
                .mapTo(UUID.class)
                .set());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
