package org.weir.itest.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Load;
import org.weir.itest.Weir;

/** PostgreSQL is stopped under load and started again ten seconds later; Weir is not. */
final class DatabaseAwayIT {
    private static final int TEN_SECONDS = 10_000;

    @TempDir
    Path base;

    private final int port = Weir.freePort();

    @Test
    void while_the_database_is_away_all_is_answered_503_and_when_it_is_back_all_goes_on() throws Exception {
        EmbeddedPostgres postgres = postgres();
        try (Weir weir = new Weir(base.resolve("weir"))
                .with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres")
                .with("WEIR_DB_USER", "postgres")
                .started("--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            long process = weir.process().pid();
            try (Load load = new Load(weir.url(), "Written while the database", 4)) {
                Eventually.until("the first writes", () -> load.acknowledged().size() > 50);
                postgres.close();
                Eventually.until("refusals", () -> load.refused() > 3);
                HttpResponse<String> page = weir.get("/sign-in");
                assertTrue(page.statusCode() == 200 || page.statusCode() == 503, page.body());
                Thread.sleep(TEN_SECONDS);
                int before = load.acknowledged().size();
                postgres = postgres();
                Eventually.until("writes after", () -> load.acknowledged().size() > before + 50);
                load.finish();
                assertEquals(List.of(), load.wrong());
                look(weir, load);
            }
            assertEquals(process, weir.process().pid());
        } finally {
            postgres.close();
        }
    }

    private static void look(Weir weir, Load load) throws Exception {
        Api api = new Api(weir, "demo-admin");
        List<String> missing = new ArrayList<>();
        for (String id : load.acknowledged()) {
            if (api.get("/api/account/" + id).statusCode() != 200) {
                missing.add(id);
            }
        }
        assertEquals(List.of(), missing);
        assertEquals(200, weir.get("/health/ready").statusCode());
        assertEquals(0, api.read("/api/admin/parked-events").path("items").size(), "no fact was to blame");
        String job = api.post("/api/backups", "{}").body().replaceAll(".*\"job\":\"([^\"]+)\".*", "$1");
        Eventually.until(
                "a job is done",
                () -> api.read("/api/jobs/" + job).path("state").asText().equalsIgnoreCase("done"));
    }

    private EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(base.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
