package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** The whole suite on HSQLDB is killed again and again while clients write through its API. */
final class KilledIT {
    private static final int KILLS = 20;
    private static final int CLIENTS = 4;
    private static final int LOOK_EVERY = 5;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @TempDir
    Path base;

    @Test
    void killed_twenty_times_under_load_it_starts_again_and_has_everything_it_acknowledged() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (Weir weir = new Weir(base).started("--region", "eu", "--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            for (int kill = 1; kill <= KILLS; kill++) {
                int before = acknowledged.size();
                writeUntilKilled(weir, acknowledged);
                assertTrue(acknowledged.size() > before, "round " + kill + " acknowledged nothing");
                weir.started();
                if (kill % LOOK_EVERY == 0) {
                    look(weir, acknowledged);
                }
            }
        }
    }

    private static void writeUntilKilled(Weir weir, Queue<String> acknowledged) throws Exception {
        List<Thread> clients = new ArrayList<>();
        int before = acknowledged.size();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> write(new Api(weir, "demo-admin"), acknowledged));
            clients.add(client);
            client.start();
        }
        Eventually.until("the first answers", () -> acknowledged.size() > before);
        Thread.sleep(ThreadLocalRandom.current().nextInt(50, 500));
        ProcessHandle process = weir.process();
        assertTrue(process.destroyForcibly());
        process.onExit().join();
        for (Thread client : clients) {
            client.join();
        }
    }

    /** Writes until the connection breaks; what was answered 201 counts. */
    private static void write(Api api, Queue<String> acknowledged) {
        try {
            while (true) {
                HttpResponse<String> answer =
                        api.post("/api/account", "{\"name\":\"Written under load\",\"kind\":\"company\"}");
                assertEquals(201, answer.statusCode(), answer.body());
                Matcher id = ID.matcher(answer.body());
                assertTrue(id.find(), answer.body());
                acknowledged.add(id.group(1));
            }
        } catch (IOException killed) {
            // the end that this test is about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(Weir weir, Queue<String> acknowledged) throws Exception {
        Api api = new Api(weir, "demo-admin");
        List<String> missing = new ArrayList<>();
        for (String id : acknowledged) {
            if (api.get("/api/account/" + id).statusCode() != 200) {
                missing.add(id);
            }
        }
        assertEquals(List.of(), missing, "of " + acknowledged.size());
    }
}
