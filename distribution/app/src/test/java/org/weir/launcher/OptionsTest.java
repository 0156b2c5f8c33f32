package org.weir.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OptionsTest {
    @Test
    void a_region_may_be_given_in_both_ways() throws CannotStart {
        assertEquals(
                new Options("run", Optional.of("cn"), true, List.of()), Options.of("run", "--region", "cn", "--demo"));
        assertEquals(new Options("start", Optional.of("eu"), false, List.of()), Options.of("--region=eu", "start"));
    }

    @Test
    void commands_of_operations_take_words() throws CannotStart {
        assertEquals(List.of("lb", "-s"), Options.of("console", "lb", "-s").words());
        assertEquals(
                new Options("restore", Optional.of("cn"), false, List.of("weir.zip")),
                Options.of("restore", "weir.zip", "--region", "cn"));
    }

    @Test
    void what_is_not_understood_is_refused() {
        assertThrows(CannotStart.class, () -> Options.of("run", "--fast"));
        assertThrows(CannotStart.class, () -> Options.of("run", "--region"));
        assertThrows(CannotStart.class, () -> Options.of("run", "again"));
    }
}
