package org.weir.itest.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Load;
import org.weir.itest.Weir;

/** The whole suite on a small disk that others fill. */
final class FullDiskIT {
    @TempDir
    Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here (only root may), so the full disk is not tested");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void changes_are_refused_with_a_sentence_reading_goes_on_and_it_ends_by_itself() throws Exception {
        try (Weir weir = new Weir(disk).started("--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            Api api = new Api(weir, "demo-admin");
            try (Load load = new Load(weir.url(), "Before the disk was full", 2)) {
                Eventually.until("the first writes", () -> load.acknowledged().size() > 20);
                fill();
                Eventually.until("refusals", () -> load.refused() > 3);
                load.finish();
                assertEquals(0, load.wrong().size(), load.wrong()::toString);

                HttpResponse<String> refused = api.post("/api/account", "{\"name\":\"Too late\",\"kind\":\"company\"}");
                assertEquals(503, refused.statusCode());
                assertTrue(refused.body().contains("almost no disk space left"), refused.body());
                assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
                assertTrue(weir.get("/sign-in").body().contains("almost no disk space left"));
                for (String id : load.acknowledged()) {
                    assertEquals(200, api.get("/api/account/" + id).statusCode());
                }
                Files.delete(disk.resolve("others"));
                assertEquals(
                        201,
                        api.post("/api/account", "{\"name\":\"Again\",\"kind\":\"company\"}")
                                .statusCode());
                weir.call("stop");
                weir.started();
                for (String id : load.acknowledged()) {
                    assertEquals(200, api.get("/api/account/" + id).statusCode());
                }
            }
        }
    }

    private void fill() throws IOException {
        byte[] block = new byte[1024 * 1024];
        try (RandomAccessFile others =
                new RandomAccessFile(disk.resolve("others").toFile(), "rw")) {
            while (disk.toFile().getUsableSpace() > 4L * block.length) {
                others.write(block);
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
