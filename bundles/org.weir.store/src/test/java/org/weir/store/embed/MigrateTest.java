package org.weir.store.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weir.store.api.Database;
import org.weir.store.connection.Settings;
import org.weir.store.schema.MigrationFailed;
import org.weir.store.schema.MigrationFile;

final class MigrateTest {
    private static final MigrationFile V1 =
            new MigrationFile("V1__notes.sql", "create table example.notes (id integer not null primary key);");
    private static final MigrationFile V2 =
            new MigrationFile("V2__body.sql", "alter table example.notes add column body varchar(100);");
    private static final MigrationFile BROKEN = new MigrationFile(
            "V1__notes.sql", "create table example.notes (id integer not null primary key); create tabel oops;");

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    static Stream<Settings> databases() throws Exception {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return Stream.of(
                Settings.of("jdbc:hsqldb:mem:" + name + ";sql.syntax_pgs=true", "SA", ""),
                Settings.of(server.getJdbcUrl("postgres", name), "postgres", ""));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_schema_is_brought_up_step_by_step_and_its_data_stays(Settings settings) throws Exception {
        try (Store store = Store.open(settings)) {
            Database first = store.migrated("example", List.of(V1));
            first.perform(handle -> handle.execute("insert into example.notes (id) values (7)"));
            store.migrated("example", List.of(V1));
            Database second = store.migrated("example", List.of(V2, V1));
            assertEquals(List.of(7), second.read(handle -> handle.createQuery(
                            "select id from example.notes where body is null")
                    .mapTo(Integer.class)
                    .list()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_bundle_older_than_its_data_is_refused_clearly(Settings settings) throws Exception {
        try (Store store = Store.open(settings)) {
            store.migrated("example", List.of(V1, V2));
            MigrationFailed refused = assertThrows(MigrationFailed.class, () -> store.migrated("example", List.of(V1)));
            assertTrue(refused.toString().contains("newer version of its bundle"), refused.getMessage());
            assertTrue(refused.toString().contains("migration 2"), refused.getMessage());
            store.migrated("example", List.of(V1, V2));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_applied_file_that_was_changed_is_refused(Settings settings) throws Exception {
        try (Store store = Store.open(settings)) {
            store.migrated("example", List.of(V1));
            MigrationFile changed = new MigrationFile(V1.name(), V1.sql() + " create table example.more (id integer);");
            MigrationFailed refused =
                    assertThrows(MigrationFailed.class, () -> store.migrated("example", List.of(changed)));
            assertTrue(refused.toString().contains("checksum"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_first_migration_that_failed_can_be_corrected(Settings settings) throws Exception {
        try (Store store = Store.open(settings)) {
            assertThrows(MigrationFailed.class, () -> store.migrated("example", List.of(BROKEN)));
            store.migrated("example", List.of(V1))
                    .perform(handle -> handle.execute("insert into example.notes (id) values (1)"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_later_migration_that_failed_can_be_corrected_and_the_data_stays(Settings settings) throws Exception {
        try (Store store = Store.open(settings)) {
            store.migrated("example", List.of(V1))
                    .perform(handle -> handle.execute("insert into example.notes (id) values (1)"));
            MigrationFile broken = new MigrationFile("V2__body.sql", "alter table example.notes add colum body int;");
            assertThrows(MigrationFailed.class, () -> store.migrated("example", List.of(V1, broken)));
            Database corrected = store.migrated("example", List.of(V1, V2));
            assertEquals(1, corrected.<Integer, RuntimeException>read(handle -> handle.createQuery(
                            "select count(*) from example.notes where body is null")
                    .mapTo(Integer.class)
                    .one()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_bundle_that_fails_does_not_keep_others_from_their_schema(Settings settings) throws Exception {
        try (Store store = Store.open(settings)) {
            assertThrows(MigrationFailed.class, () -> store.migrated("example", List.of()));
            assertThrows(MigrationFailed.class, () -> store.migrated("Example; drop", List.of(V1)));
            store.migrated("other", List.of(new MigrationFile("V1__x.sql", "create table other.x (id integer);")));
        }
    }
}
