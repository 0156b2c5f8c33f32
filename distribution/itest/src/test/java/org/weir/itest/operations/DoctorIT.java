package org.weir.itest.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Weir;

/** What {@code weir doctor} finds in a Weir that does not run. */
final class DoctorIT {
    /** How HSQLDB keeps rows: in blocks, each with its length and, for each index, balance, left, right and parent. */
    private static final int BLOCK = 32;

    private static final int LENGTH = Integer.BYTES;
    private static final int NODE = 4 * Integer.BYTES;

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

    @Test
    void an_index_that_does_not_lead_to_all_rows_is_found_and_made_anew() throws Exception {
        try (Weir weir = new Weir(base).started()) {
            Weir.Outcome running = weir.call("doctor", "indexes");
            assertEquals(1, running.code(), running.out());
            assertTrue(running.out().contains("while Weir does not run"), running.out());
            assertEquals(0, weir.call("stop").code());
        }
        damage("ROLE_GRANT");
        Weir weir = new Weir(base);
        Weir.Outcome found = weir.call("doctor", "indexes");
        assertEquals(1, found.code(), found.out());
        assertTrue(found.out().contains("An index of the table ACCESS.ROLE_GRANT did not lead to"), found.out());
        Weir.Outcome mended = weir.call("doctor", "mend");
        assertEquals(0, mended.code(), mended.out());
        assertTrue(mended.out().contains("ROLE_GRANT did not lead to all its rows; it was made anew."), mended.out());
        Weir.Outcome well = weir.call("doctor", "indexes");
        assertEquals(0, well.code(), well.out());
        assertTrue(well.out().contains("indexes of the database lead to all rows."), well.out());
        assertFalse(well.out().contains("did not end in order"), well.out());
        assertEquals(1, weir.call("doctor", "everything").code());
    }

    /** Lets the root of the table's second index lead astray: what the script says of it is its place in the file. */
    private void damage(String table) throws IOException {
        Matcher roots = Pattern.compile(table + " INDEX '\\d+ (\\d+) ")
                .matcher(Files.readString(base.resolve("data/db/weir.script")));
        assertTrue(roots.find());
        long row = Long.parseLong(roots.group(1)) * BLOCK;
        try (RandomAccessFile file =
                new RandomAccessFile(base.resolve("data/db/weir.data").toFile(), "rw")) {
            file.seek(row + LENGTH + NODE + Integer.BYTES);
            assertTrue(file.readInt() > 1, "the root has something on its left");
            file.seek(row + LENGTH + NODE + Integer.BYTES);
            file.writeInt(1);
        }
    }

    private static void finds(Weir weir, String sentence) throws Exception {
        Weir.Outcome outcome = weir.call("doctor");
        assertEquals(1, outcome.code(), outcome.out());
        assertTrue(outcome.out().contains(sentence), outcome.out());
    }
}
