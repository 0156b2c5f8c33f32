package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Weir;

/** Each says why in one sentence, ends with another code than 0 and leaves nothing running. */
final class StartsThatCannotSucceedIT {
    @TempDir
    Path base;

    @Test
    void the_port_is_taken() throws Exception {
        Weir weir = new Weir(base);
        try (ServerSocket other = new ServerSocket(weir.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            refused(weir, "Port " + other.getLocalPort() + " on 127.0.0.1 cannot be used: address already in use.");
        }
    }

    @Test
    void the_data_folder_cannot_be_written_to() throws Exception {
        Path file = Files.writeString(base.resolve("file"), "not a folder");
        refused(new Weir(file), "The folder " + file + " cannot be written to.");
    }

    @Test
    void there_is_no_such_region() throws Exception {
        refused(new Weir(base), "There is no region \"atlantis\"; there are: cn, eu.", "--region", "atlantis");
    }

    @Test
    void the_data_is_in_use_by_a_running_weir() throws Exception {
        try (Weir running = new Weir(base).started()) {
            Weir second = new Weir(base);
            Weir.Outcome start = second.call("run");
            assertEquals(1, start.code());
            assertEquals(
                    "Weir is already running with the data in " + base + " (process "
                            + running.process().pid() + ").",
                    start.err().strip());
            assertTrue(running.runs());
        }
    }

    @Test
    void the_database_is_locked_by_a_living_process() throws Exception {
        try (Weir running = new Weir(base.resolve("one")).started()) {
            Weir second = new Weir(base.resolve("two"))
                    .configured(
                            "org.weir.store.cfg",
                            "url=jdbc:hsqldb:file:" + base.resolve("one/data/db/weir") + "\nlockSeconds=1\n");
            refused(second, "is locked by another process");
            assertTrue(running.runs());
        }
    }

    @Test
    void the_database_cannot_be_reached() throws Exception {
        refused(
                new Weir(base).with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + Weir.freePort() + "/weir"),
                "cannot be reached");
    }

    @Test
    void the_database_refuses_the_password() throws Exception {
        Path data = base.resolve("postgres");
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setDataDirectory(data).start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role weir login password 'right'");
                Path rules = data.resolve("pg_hba.conf");
                Files.writeString(rules, "host all weir all scram-sha-256\n" + Files.readString(rules));
                statement.execute("select pg_reload_conf()");
            }
            refused(
                    new Weir(base.resolve("weir"))
                            .with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                            .with("WEIR_DB_USER", "weir")
                            .with("WEIR_DB_PASSWORD", "wrong"),
                    "refuses the user name or the password");
        }
    }

    @Test
    void the_data_was_written_by_a_newer_version_of_a_bundle() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(base.resolve("postgres"))
                .start()) {
            Weir weir = new Weir(base.resolve("weir"))
                    .with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                    .with("WEIR_DB_USER", "postgres")
                    .started();
            weir.close();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        insert into relationship.migrations
                        select installed_rank + 1000, '1000', 'tomorrow', type, 'V1000__tomorrow.sql', 7, installed_by,
                          installed_on, execution_time, success
                        from relationship.migrations where version = '1'""");
                statement.execute("delete from store.migrated");
            }
            refused(weir, "The data of the schema relationship was written by a newer version of its bundle");
        }
    }

    private void refused(Weir weir, String why, String... options) throws IOException, InterruptedException {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "start";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Weir.Outcome start = weir.call(arguments);
        assertFalse(start.code() == 0, start.out());
        assertTrue(start.err().contains(why), start.err());
        assertEquals(1, start.err().strip().lines().count(), start.err());
        assertFalse(weir.runs());
    }
}
