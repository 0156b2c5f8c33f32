package org.weir.itest.chain;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** The story through the API, on both databases. */
class StoryIT {
    @TempDir
    Path folder;

    @Test
    void a_need_becomes_a_maintained_installation() throws Exception {
        try (Weir weir = new Weir(folder).started("--region", "eu", "--demo")) {
            told(weir);
        }
    }

    @Test
    void it_does_on_postgresql_too() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .start();
                Weir weir = new Weir(folder.resolve("weir"))
                        .with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                        .with("WEIR_DB_USER", "postgres")
                        .started("--region", "eu", "--demo")) {
            told(weir);
        }
    }

    private static void told(Weir weir) throws Exception {
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        Story story = new Story(weir);
        story.hearsOfANeed();
        story.findsASolution();
        story.winsTheContract();
        story.delivers();
        story.maintains();
        story.isSeenAsOneChain();
    }
}
