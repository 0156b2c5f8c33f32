package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.itest.Weir;

final class EveryComponentIT {
    @TempDir
    Path base;

    @ParameterizedTest
    @ValueSource(strings = {"eu", "cn"})
    void every_component_is_active_after_the_start_of(String region) throws Exception {
        try (Weir weir = new Weir(base).started("--region", region)) {
            assertEquals(
                    "{\"ready\":true,\"missing\":[]}", weir.get("/health/ready").body());
            assertEquals(0, weir.call("status").code());
            assertFalse(weir.log().contains(" ERROR "), weir.log());
        }
    }

    @Test
    void every_component_is_active_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Weir weir = new Weir(base)
                        .with("WEIR_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                        .with("WEIR_DB_USER", "postgres")
                        .started()) {
            assertEquals(
                    "{\"ready\":true,\"missing\":[]}", weir.get("/health/ready").body());
            assertFalse(weir.log().contains(" ERROR "), weir.log());
        }
    }
}
