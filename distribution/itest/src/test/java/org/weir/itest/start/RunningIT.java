package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Weir;

final class RunningIT {
    @TempDir
    Path base;

    @Test
    void start_prints_the_address_and_stop_leaves_nothing_running() throws Exception {
        try (Weir weir = new Weir(base)) {
            Weir.Outcome start = weir.call("start");
            assertEquals("Weir is ready at " + weir.url(), start.out().strip(), start.err());
            assertEquals(200, weir.get("/health/live").statusCode());
            ProcessHandle process = weir.process();

            assertEquals("Weir has stopped.", weir.call("stop").out().strip());
            // it has ended; its parent may take a moment to notice
            process.onExit().get(10, TimeUnit.SECONDS);
            assertEquals(3, weir.call("status").code());
        }
    }

    @Test
    void the_region_is_remembered() throws Exception {
        try (Weir weir = new Weir(base).started("--region", "cn")) {
            weir.call("stop");
            weir.started();
            assertEquals("cn", Files.readString(base.resolve("data/region")).strip());
        }
    }

    @Test
    void what_was_stored_survives_a_killed_process_and_the_next_start_succeeds() throws Exception {
        try (Weir weir = new Weir(base).started()) {
            ProcessHandle process = weir.process();
            assertTrue(process.destroyForcibly());
            process.onExit().join();
            weir.started();
            assertEquals(200, weir.get("/health/ready").statusCode());
        }
    }

    @Test
    void a_flight_recording_disturbs_nobody() throws Exception {
        try (Weir weir = new Weir(base).started()) {
            assertEquals(200, weir.get("/sign-in").statusCode());
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process recording = new ProcessBuilder(
                            jcmd.toString(), Long.toString(weir.process().pid()), "JFR.start", "settings=profile")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(recording.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, recording.waitFor(), said);
            HttpRequest signIn = HttpRequest.newBuilder(URI.create(weir.url() + "/api/me"))
                    .header("Authorization", "Basic bm9ib2R5Om5vdGhpbmc=")
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(signIn, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertEquals(401, status, "the database was asked and had no such user");
            assertFalse(weir.log().contains("NoClassDefFoundError"), weir.log());
        }
    }
}
