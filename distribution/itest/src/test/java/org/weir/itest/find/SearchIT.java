package org.weir.itest.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** What is saved is found by those who may see it, and an index that was taken away comes back by itself. */
class SearchIT {
    @Test
    void saved_found_hidden_from_others_and_found_again_without_its_index(@TempDir Path folder) throws Exception {
        try (Weir weir = new Weir(folder).started("--region", "eu", "--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            Api africa = new Api(weir, "lindiwe");
            Api china = new Api(weir, "wangfang");
            Eventually.until("index", () -> state(africa).equals("ready"));

            africa.create("account", Map.of("name", "Zambezi Copper Traders", "kind", "company", "country", "ZM"));
            Eventually.until("found", () -> titles(africa, "zambez trad").equals(List.of("Zambezi Copper Traders")));
            assertEquals(List.of(), titles(china, "zambezi"));
            assertEquals(0, found(china, "zambezi").path("kinds").size());

            assertTrue(titles(china, "jhtx").contains("River Telecom Group"), () -> "by initials");
            assertTrue(titles(china, "江河通信").contains("River Telecom Group"), () -> "by characters");
            assertEquals(400, china.get("/api/search?q=a&limit=0").statusCode());
            assertEquals(0, found(china, "").path("count").asInt());

            Path index = folder.resolve("data").resolve("search");
            try (Stream<Path> files = Files.list(index)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Eventually.until(
                    "made anew",
                    () -> Files.exists(index.resolve("write.lock"))
                            && state(africa).equals("ready")
                            && titles(africa, "zambez trad").equals(List.of("Zambezi Copper Traders")));
        }
    }

    private static String state(Api api) throws Exception {
        return found(api, "x").path("state").asText();
    }

    private static JsonNode found(Api api, String q) throws Exception {
        return api.read("/api/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }

    private static List<String> titles(Api api, String q) throws Exception {
        return found(api, q).path("items").findValuesAsText("title");
    }
}
