package org.weir.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class StartTest {
    private static final int MAGIC_AND_MINOR = 6;
    private static final int JAVA_8 = 52;

    @Test
    void an_old_java_is_told_which_one_is_needed() {
        assertEquals("Weir needs Java 17 or newer; this is Java 1.8.", Start.refusal("1.8"));
        assertEquals("Weir needs Java 17 or newer; this is Java 11.", Start.refusal("11"));
    }

    @Test
    void a_new_java_is_not_refused() {
        assertEquals("", Start.refusal("17"));
        assertEquals("", Start.refusal("25"));
    }

    @Test
    void an_old_java_can_load_the_class_that_says_so() throws IOException {
        InputStream file = Objects.requireNonNull(Start.class.getResourceAsStream("Start.class"));
        try (DataInputStream in = new DataInputStream(file)) {
            in.skipNBytes(MAGIC_AND_MINOR);
            assertEquals(JAVA_8, in.readUnsignedShort());
        }
    }
}
