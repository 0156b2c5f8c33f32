package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Weir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeployIT {
    @TempDir
    static Path base;

    private Weir weir;

    @BeforeAll
    void start() throws Exception {
        weir = new Weir(base).started();
    }

    @AfterAll
    void stop() throws Exception {
        weir.close();
    }

    @Test
    void a_copied_bundle_is_there_and_a_removed_one_is_gone() throws Exception {
        Path jar = weir.deploy().resolve("slow.jar");
        SlowBundle.writeTo(jar, "");
        eventually(() -> get(base.resolve("copied"), 0).statusCode() == 200);

        Files.delete(jar);
        eventually(() -> get(base.resolve("removed"), 0).statusCode() != 200);
        assertEquals(200, weir.get("/health/ready").statusCode());
    }

    @Test
    void a_bundle_that_cannot_be_resolved_is_refused_with_the_reason_in_the_log_and_harms_nobody() throws Exception {
        Path jar = weir.deploy().resolve("broken.jar");
        SlowBundle.writeTo(jar, ",org.nowhere.to.be.found");
        eventually(() -> weir.log().contains("org.nowhere.to.be.found"));
        assertEquals(200, weir.get("/health/ready").statusCode());
        Files.delete(jar);
    }

    @Test
    void a_file_that_is_no_bundle_is_refused_with_a_line_in_the_log() throws Exception {
        Path jar = Files.writeString(weir.deploy().resolve("rubbish.jar"), "this is no jar", StandardCharsets.UTF_8);
        eventually(() -> weir.log().contains("rubbish.jar"));
        assertEquals(200, weir.get("/health/ready").statusCode());
        Files.delete(jar);
    }

    @Test
    void requests_in_flight_finish_when_weir_stops() throws Exception {
        Path own = base.resolve("stopping");
        try (Weir other = new Weir(own).started()) {
            SlowBundle.writeTo(other.deploy().resolve("slow.jar"), "");
            eventually(() -> other.get(path(base.resolve("probe"), 0)).statusCode() == 200);
            Path mark = base.resolve("in-flight");
            CompletableFuture<HttpResponse<String>> request = CompletableFuture.supplyAsync(() -> {
                try {
                    return other.get(path(mark, 2500));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            eventually(() -> Files.exists(mark));
            other.call("stop");
            assertEquals("done", request.get().body());
        }
    }

    private HttpResponse<String> get(Path mark, int millis) throws Exception {
        return weir.get(path(mark, millis));
    }

    private static String path(Path mark, int millis) {
        return "/slow?millis=" + millis + "&mark=" + mark;
    }

    /** Waits for something that happens soon; a minute at most, on however slow a machine. */
    private static void eventually(Callable<Boolean> happened) throws Exception {
        boolean done = happened.call();
        for (int i = 0; i < 600 && !done; i++) {
            Thread.sleep(100);
            done = happened.call();
        }
        assertTrue(done);
    }
}
