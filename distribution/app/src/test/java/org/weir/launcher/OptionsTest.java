package org.weir.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OptionsTest {
    @Test
    void a_region_may_be_given_in_both_ways() throws CannotStart {
        assertEquals(new Options("run", Optional.of("cn"), true), Options.of("run", "--region", "cn", "--demo"));
        assertEquals(new Options("start", Optional.of("eu"), false), Options.of("--region=eu", "start"));
    }

    @Test
    void what_is_not_understood_is_refused() {
        assertThrows(CannotStart.class, () -> Options.of("run", "--fast"));
        assertThrows(CannotStart.class, () -> Options.of("run", "--region"));
        assertThrows(CannotStart.class, () -> Options.of("run", "again"));
    }
}
