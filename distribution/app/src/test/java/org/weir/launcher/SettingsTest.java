package org.weir.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void the_environment_stands_above_the_file() throws Exception {
        assertEquals("81", read(Map.of("WEIR_PORT", "81"), "${env:WEIR_PORT:-8080}"));
    }

    @Test
    void without_it_the_files_own_value_holds() throws Exception {
        assertEquals("8080", read(Map.of(), "${env:WEIR_PORT:-8080}"));
        assertEquals("", read(Map.of(), "${env:WEIR_PORT}"));
    }

    @Test
    void a_fallback_may_contain_a_place() throws Exception {
        assertEquals("file:/var/db/weir", read(Map.of(), "${env:WEIR_DB_URL:-file:${weir.data}/db/weir}"));
    }

    @Test
    void a_missing_file_has_no_settings() throws Exception {
        assertTrue(new Settings(Map.of(), Map.of())
                .read(folder.resolve("none.cfg"))
                .isEmpty());
    }

    private String read(Map<String, String> environment, String value) throws IOException, CannotStart {
        Path file = Files.writeString(folder.resolve("a.cfg"), "a=" + value);
        return new Settings(environment, Map.of("weir.data", "/var")).read(file).getProperty("a");
    }
}
