package org.weir.itest.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Weir;

/** What {@code weir doctor} finds in a Weir that does not run. */
final class DoctorIT {
    @TempDir
    Path base;

    @Test
    void nothing_is_wrong_with_a_fresh_installation() throws Exception {
        Weir.Outcome outcome = new Weir(base).call("doctor");
        assertEquals(0, outcome.code(), outcome.out());
        assertTrue(outcome.out().endsWith("Nothing is wrong.\n"), outcome.out());
    }

    @Test
    void misspelt_settings_are_named_with_what_was_meant() throws Exception {
        Weir weir = new Weir(base)
                .configured("org.weir.store.cfg", "url=\npoolSze=3\n")
                .configured("org.weir.acess.cfg", "x=1\n");
        finds(weir, "there is no setting \"poolSze\"; did you mean \"poolSize\"?");
        finds(weir, "org.weir.acess.cfg is read by nobody; did you mean org.weir.access.cfg?");
    }

    @Test
    void a_taken_port_and_a_database_that_is_away_are_said() throws Exception {
        Weir weir = new Weir(base);
        try (ServerSocket other = new ServerSocket(weir.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            finds(weir, "Port " + other.getLocalPort() + " on 127.0.0.1 cannot be used");
        }
        finds(
                weir.with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + Weir.freePort() + "/weir"),
                "cannot be used: Connection");
    }

    @Test
    void open_folders_and_a_clock_that_was_set_back_are_said() throws Exception {
        Path data = Files.createDirectories(base.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path file = Files.writeString(data.resolve("region"), "eu\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofHours(3))));
        finds(new Weir(base), "Everybody may write into the folder");
        finds(new Weir(base), "it was set back, or it was wrong then");
    }

    @Test
    void what_needs_a_running_weir_says_so() throws Exception {
        Weir.Outcome console = new Weir(base).call("console");
        assertEquals(1, console.code());
        assertTrue(console.err().contains("Weir is not running"), console.err());
    }

    private static void finds(Weir weir, String sentence) throws Exception {
        Weir.Outcome outcome = weir.call("doctor");
        assertEquals(1, outcome.code(), outcome.out());
        assertTrue(outcome.out().contains(sentence), outcome.out());
    }
}
