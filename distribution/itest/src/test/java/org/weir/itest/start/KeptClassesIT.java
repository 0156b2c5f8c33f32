package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Weir;

/** What {@code bin/weir} keeps of a run for the next start: {@code data/classes.jsa}. */
@EnabledOnOs(OS.LINUX)
class KeptClassesIT {
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    Path base;

    @Test
    void theNextStartMapsThemAndHalfAFileIsMadeAnew() throws IOException, InterruptedException {
        Path kept = base.resolve("data/classes.jsa");
        try (Weir weir = new Weir(base).with("WEIR_CLASSES", "")) {
            weir.started();
            stopped(weir);
            assertTrue(Files.size(kept) > 10 * MEGABYTE, kept + " has " + Files.size(kept));

            weir.started();
            assertTrue(maps(weir).contains(kept.toString()), "Java did not take what it had written");
            stopped(weir);

            Files.delete(kept);
            Files.write(kept, new byte[4096]);
            weir.started();
            assertEquals(200, weir.get("/health/ready").statusCode());
            stopped(weir);
            assertTrue(Files.size(kept) > 10 * MEGABYTE, "half a file stays for ever");
        }
    }

    private static void stopped(Weir weir) throws IOException, InterruptedException {
        assertEquals(0, weir.call("stop").code());
    }

    private static String maps(Weir weir) throws IOException {
        return Files.readString(Path.of("/proc/" + weir.process().pid() + "/maps"));
    }
}
