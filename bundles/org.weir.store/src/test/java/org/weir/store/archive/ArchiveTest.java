package org.weir.store.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.base.api.Ids;
import org.weir.store.api.Archives;
import org.weir.store.api.Archives.Progress;
import org.weir.store.api.Archives.Refused;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;
import org.weir.store.connection.CannotOpen;
import org.weir.store.connection.Settings;
import org.weir.store.embed.Store;
import org.weir.store.schema.MigrationFile;

@SuppressWarnings("try")
final class ArchiveTest {
    private static final Progress SILENT = (what, done, total) -> {};
    private static final String BODY = "Größe \"40 kW\"\n你好\t\\ end";
    private static final Instant WHEN = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final List<MigrationFile> KINDS =
            List.of(new MigrationFile("V1__kinds.sql", """
                    create sequence kinds.numbers as bigint start with 1;
                    create table kinds.thing (
                      id uuid not null primary key, parent uuid references kinds.thing (id), name varchar(200), body text,
                      whole integer, big bigint, amount numeric(18,4), yes boolean, day date,
                      happened_at timestamp(6) with time zone, raw bytea
                    );
                    create table kinds.pair (
                      a uuid not null references kinds.thing (id), b integer not null, primary key (a, b)
                    );
                    """), new MigrationFile("V2__seed.sql", """
                    create table kinds.seed (n integer not null primary key);
                    insert into kinds.seed (n) values (1);
                    insert into kinds.seed (n) values (2);
                    """));
    private static final AtomicInteger COUNT = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({"HSQLDB,HSQLDB", "HSQLDB,POSTGRESQL", "POSTGRESQL,HSQLDB", "POSTGRESQL,POSTGRESQL"})
    void what_an_archive_of_one_database_holds_is_in_the_other_after_a_restore(Dialect from, Dialect to)
            throws Exception {
        Path file = folder.resolve("weir.zip");
        UUID id = Ids.next();
        Path beside = Files.createDirectories(folder.resolve("files/ab"));
        Files.writeString(beside.resolve("cd"), "content");
        try (Store store = Store.open(fresh(from))) {
            fill(store.migrated("kinds", KINDS), id);
            var contents = archives(store)
                    .write(
                            file,
                            Map.of(
                                    "files",
                                    folder.resolve("files"),
                                    "none",
                                    folder.resolve("none"),
                                    "one",
                                    beside.resolve("cd")),
                            SILENT);
            assertEquals(2, contents.files());
            assertEquals(5, contents.rows());
            assertEquals(contents, archives(store).check(file));
        }
        Path restored = folder.resolve("restored");
        Settings target = fresh(to);
        try (Store store = Store.open(target)) {
            archives(store).restore(file, Map.of("files", restored, "one", folder.resolve("one")), SILENT);
        }
        assertEquals("content", Files.readString(folder.resolve("one/cd")));
        try (Store store = Store.open(target)) {
            look(store.migrated("kinds", KINDS), id);
        }
        assertEquals("content", Files.readString(restored.resolve("ab/cd")));
    }

    @ParameterizedTest
    @CsvSource({"HSQLDB", "POSTGRESQL"})
    void an_archive_shows_one_moment_while_others_write(Dialect dialect) throws Exception {
        Path file = folder.resolve("weir.zip");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        try (Store store = Store.open(fresh(dialect))) {
            Database database = store.migrated("kinds", KINDS);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread writer = new Thread(() -> {
                    while (!stop.get()) {
                        database.perform(handle -> {
                            UUID id = Ids.next();
                            handle.execute("insert into kinds.thing (id) values (?)", id);
                            handle.execute("insert into kinds.pair (a, b) values (?, 1)", id);
                        });
                        written.incrementAndGet();
                    }
                });
                writers.add(writer);
                writer.start();
            }
            while (written.get() < 2000) {
                Thread.sleep(5);
            }
            archives(store).write(file, Map.of(), SILENT);
            stop.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (Store store = Store.open(fresh(dialect))) {
            archives(store).restore(file, Map.of(), SILENT);
            Database database = store.migrated("kinds", KINDS);
            int things = count(database, "kinds.thing");
            assertTrue(things >= 2000);
            assertEquals(things, count(database, "kinds.pair"));
        }
    }

    @Test
    void only_its_owner_reads_an_archive_and_no_half_of_one_is_left() throws Exception {
        Path file = folder.resolve("weir.zip");
        try (Store store = Store.open(fresh(Dialect.HSQLDB))) {
            store.migrated("kinds", KINDS);
            archives(store).write(file, Map.of(), SILENT);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertFalse(Files.exists(folder.resolve("weir.zip.part")));
            assertThrows(Refused.class, () -> archives(store).write(file, Map.of(), SILENT));
        }
    }

    @Test
    void a_damaged_archive_is_refused_and_nothing_is_written() throws Exception {
        Path file = archive();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {whole.length / 5, whole.length / 3}) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x40;
            refused(Files.write(folder.resolve("broken" + at), broken), "damaged");
        }
        refused(Files.write(folder.resolve("short"), Arrays.copyOf(whole, whole.length / 2)), "damaged");
        refused(Files.writeString(folder.resolve("text"), "no archive"), "damaged");
        refused(folder.resolve("nothing"), "not there");
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("tables/kinds/seed.jsonl"), "[\"1\"]\n");
        }
        refused(file, "tables/kinds/seed.jsonl is not as it was written");
    }

    @Test
    void a_database_or_folder_that_is_not_empty_is_refused() throws Exception {
        Path file = archive();
        try (Store store = Store.open(fresh(Dialect.HSQLDB))) {
            store.migrated("kinds", KINDS);
            Refused refused = assertThrows(Refused.class, () -> archives(store).restore(file, Map.of(), SILENT));
            assertTrue(refused.toString().contains("not empty"), refused.toString());
        }
        try (Store store = Store.open(fresh(Dialect.HSQLDB))) {
            Refused refused =
                    assertThrows(Refused.class, () -> archives(store).restore(file, Map.of("files", folder), SILENT));
            assertTrue(refused.toString().contains("not empty"), refused.toString());
            archives(store).restore(file, Map.of(), SILENT);
        }
    }

    @Test
    void an_archive_of_a_newer_weir_is_refused() throws Exception {
        Path file = archive();
        try (Store store = Store.open(fresh(Dialect.HSQLDB))) {
            Archives older = store.archives("0.9", () -> Map.of("kinds", Set.of("V1__kinds.sql")));
            Refused refused = assertThrows(Refused.class, () -> older.restore(file, Map.of(), SILENT));
            assertTrue(refused.toString().contains("newer Weir (1.0)"), refused.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"HSQLDB", "POSTGRESQL"})
    void a_restore_that_fails_leaves_the_database_empty_and_one_that_was_killed_is_not_started(Dialect dialect)
            throws Exception {
        Path file = archive();
        Settings target = fresh(dialect);
        try (Store store = Store.open(target)) {
            Progress failing = (what, done, total) -> {
                if (what.equals("kinds.thing")) {
                    throw new IllegalStateException("stopped by the test");
                }
            };
            assertThrows(IllegalStateException.class, () -> archives(store).restore(file, Map.of(), failing));
            archives(store).restore(file, Map.of(), SILENT);
            store.migrated("kinds", KINDS)
                    .perform(handle -> handle.execute("create table store.restoring (since date not null)"));
        }
        CannotOpen half = assertThrows(CannotOpen.class, () -> Store.open(target));
        assertTrue(half.toString().contains("was being restored"), half.toString());
    }

    @Test
    void one_database_moves_into_another() throws Exception {
        UUID id = Ids.next();
        Settings target = fresh(Dialect.POSTGRESQL);
        try (Store store = Store.open(fresh(Dialect.HSQLDB))) {
            fill(store.migrated("kinds", KINDS), id);
            Path file = folder.resolve("move.zip");
            archives(store).write(file, Map.of(), SILENT);
            var there = new Archives.Target(target.url(), target.user(), target.password());
            assertEquals(5, archives(store).restoreInto(there, file, SILENT).rows());
            assertThrows(Refused.class, () -> archives(store).restoreInto(there, file, SILENT));
        }
        try (Store store = Store.open(target)) {
            look(store.migrated("kinds", KINDS), id);
        }
    }

    private void refused(Path file, String why) throws Exception {
        try (Store store = Store.open(fresh(Dialect.HSQLDB))) {
            Refused refused = assertThrows(Refused.class, () -> archives(store).restore(file, Map.of(), SILENT));
            assertTrue(refused.toString().contains(why), refused.toString());
            store.migrated("other", List.of(new MigrationFile("V1__x.sql", "create table other.x (n integer);")));
        }
    }

    private Path archive() throws Exception {
        Path file = folder.resolve("archive" + COUNT.incrementAndGet() + ".zip");
        try (Store store = Store.open(fresh(Dialect.HSQLDB))) {
            fill(store.migrated("kinds", KINDS), Ids.next());
            archives(store).write(file, Map.of("files", folder.resolve("none")), SILENT);
        }
        return file;
    }

    private static Archives archives(Store store) {
        return store.archives("1.0", Map::of);
    }

    private static void fill(Database database, UUID id) {
        database.perform(handle -> {
            UUID child = new UUID(0, 1);
            handle.execute("insert into kinds.thing (id) values (?)", id);
            handle.createUpdate("""
                            insert into kinds.thing
                            values (:id, :parent, '', :body, -1, 9007199254740993, 1234567.8900, true, :day, :at, :raw)
                            """)
                    .bind("id", child)
                    .bind("parent", id)
                    .bind("body", BODY)
                    .bind("day", LocalDate.of(2024, 2, 29))
                    .bind("at", WHEN)
                    .bind("raw", new byte[] {0, -1, 127})
                    .execute();
            handle.execute("update kinds.thing set parent = ? where id = ?", child, id);
            handle.execute("insert into kinds.pair (a, b) values (?, 7)", id);
            handle.execute("insert into kinds.pair (a, b) values (?, 8)", id);
            handle.execute("delete from kinds.seed where n = 1");
            handle.execute("alter sequence kinds.numbers restart with 42");
        });
    }

    private static void look(Database database, UUID id) {
        database.perform(handle -> {
            Map<String, Object> child = handle.createQuery("select * from kinds.thing where id = :id")
                    .bind("id", new UUID(0, 1))
                    .mapToMap()
                    .one();
            assertEquals(id.toString(), String.valueOf(child.get("parent")));
            assertEquals("", child.get("name"));
            assertEquals(9007199254740993L, child.get("big"));
            assertEquals(new BigDecimal("1234567.8900"), child.get("amount"));
            assertEquals(Boolean.TRUE, child.get("yes"));
            assertArrayEquals(new byte[] {0, -1, 127}, (byte[]) child.get("raw"));
            assertEquals(
                    BODY,
                    handle.createQuery("select body from kinds.thing where whole = -1")
                            .mapTo(String.class)
                            .one());
            assertEquals(
                    WHEN,
                    handle.createQuery("select happened_at from kinds.thing where whole = -1")
                            .mapTo(Instant.class)
                            .one());
            assertEquals(
                    List.of(2),
                    handle.createQuery("select n from kinds.seed")
                            .mapTo(Integer.class)
                            .list());
            assertEquals(
                    42L, handle.createQuery(nextval(database)).mapTo(Long.class).one());
        });
        assertThrows(
                RuntimeException.class,
                () -> database.perform(handle -> handle.execute("delete from kinds.thing")),
                "the references are there again");
    }

    private static String nextval(Database database) {
        return database.dialect() == Dialect.HSQLDB
                ? "select next value for kinds.numbers from (values (1)) as one (n)"
                : "select nextval('kinds.numbers')";
    }

    private static int count(Database database, String table) {
        return database.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private Settings fresh(Dialect dialect) throws Exception {
        String name = "archive_" + COUNT.incrementAndGet();
        if (dialect == Dialect.HSQLDB) {
            return Settings.of("jdbc:hsqldb:file:" + folder.resolve(name + "/weir"), "SA", "");
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return Settings.of(postgres.getJdbcUrl("postgres", name), "postgres", "");
    }
}
