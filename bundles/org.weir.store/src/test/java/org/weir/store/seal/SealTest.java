package org.weir.store.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Seal;
import org.weir.store.api.Seal.Key;

final class SealTest {
    private static final String COLUMN = "house.safe.secret";

    @TempDir
    Path folder;

    private final Seal seal = Seal.ofRandomKey();

    @Test
    void what_was_sealed_opens_again_and_never_looks_the_same() {
        String one = seal.seal(COLUMN, "1", "battery 电池");
        assertEquals("battery 电池", seal.open(COLUMN, "1", one));
        assertNotEquals(one, seal.seal(COLUMN, "1", "battery 电池"));
        assertFalse(one.contains("battery"));
        assertTrue(seal.current(one));
    }

    @Test
    void it_opens_neither_elsewhere_nor_altered_nor_with_another_key() {
        String one = seal.seal(COLUMN, "1", "battery");
        int at = one.lastIndexOf(':') + 20;
        String altered = one.substring(0, at) + (one.charAt(at) == 'A' ? 'B' : 'A') + one.substring(at + 1);
        assertEquals(503, refusal(seal, "2", one));
        assertEquals(503, refusal(seal, "1", altered));
        assertEquals(503, refusal(seal, "1", "sealed:1:"));
        assertEquals(503, refusal(seal, "1", one.substring(0, 20)));
        assertEquals(503, refusal(Seal.ofRandomKey(), "1", one));
    }

    @Test
    void what_never_was_sealed_is_given_as_it_is() {
        assertEquals("battery", seal.open(COLUMN, "1", "battery"));
        assertFalse(seal.current("battery"));
    }

    @Test
    void the_file_is_made_for_its_owner_only_and_is_the_same_for_the_next() throws Exception {
        Path file = folder.resolve("keys/seal.keys");
        String sealed = new Seal(new KeyFile(file)::keys).seal(COLUMN, "1", "battery");
        assertEquals("battery", new Seal(new KeyFile(file)::keys).open(COLUMN, "1", sealed));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var beside = Files.list(folder.resolve("keys"))) {
            assertEquals(List.of(file), beside.toList());
        }
    }

    @Test
    void a_new_first_line_seals_from_then_on_and_the_older_one_still_opens() throws Exception {
        Path file = folder.resolve("seal.keys");
        Seal kept = new Seal(new KeyFile(file)::keys);
        String sealed = kept.seal(COLUMN, "1", "battery");
        Files.writeString(file, Base64.getEncoder().encodeToString(Key.random()) + "\n" + Files.readString(file));
        assertFalse(kept.current(sealed));
        assertEquals("battery", kept.open(COLUMN, "1", sealed));
        assertTrue(kept.current(kept.seal(COLUMN, "1", "battery")));
    }

    @Test
    void a_file_that_holds_no_key_is_refused_and_never_replaced() throws Exception {
        Path file = folder.resolve("seal.keys");
        Files.writeString(file, "# none\nnot a key\n");
        assertThrows(UncheckedIOException.class, () -> new KeyFile(file).keys());
        assertEquals("# none\nnot a key\n", Files.readString(file));
    }

    private static int refusal(Seal seal, String row, String sealed) {
        return assertThrows(ProblemException.class, () -> seal.open(COLUMN, row, sealed))
                .status();
    }
}
