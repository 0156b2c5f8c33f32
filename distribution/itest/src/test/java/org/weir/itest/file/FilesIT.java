package org.weir.itest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

class FilesIT {
    private static final byte[] PAGE = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    @Test
    void files_stand_beside_a_record_and_nothing_that_could_run_is_ever_shown(@TempDir Path base) throws Exception {
        try (Weir weir = new Weir(base).started("--region", "eu", "--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            Api lindiwe = new Api(weir, "lindiwe");
            String account = lindiwe.read("/api/account?limit=1&q=Meridian")
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
            String files = "/api/account/" + account + "/files";

            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB), "png", picture);
            JsonNode drawn = lindiwe.sent(files + "?fileName=site.png", picture.toByteArray());
            assertEquals("image/png", drawn.path("media").asText());
            JsonNode page = lindiwe.sent(files + "?fileName=..%2Fsite.png", PAGE);
            assertEquals("text/html", page.path("media").asText());
            assertEquals("site.png", page.path("name").asText());
            assertEquals(2, lindiwe.read(files).path("items").size());

            String content = "/api/files/" + page.path("id").asText() + "/content";
            HttpResponse<String> back = lindiwe.get(content);
            assertEquals(new String(PAGE, StandardCharsets.UTF_8), back.body());
            assertTrue(header(back, "Content-Disposition").startsWith("attachment"), back::toString);
            assertEquals("application/octet-stream", header(back, "Content-Type"));
            assertEquals("nosniff", header(back, "X-Content-Type-Options"));

            HttpResponse<String> preview =
                    lindiwe.get("/api/files/" + drawn.path("id").asText() + "/preview");
            assertEquals("image/png", header(preview, "Content-Type"));
            assertEquals(
                    404,
                    lindiwe.get("/api/files/" + page.path("id").asText() + "/preview")
                            .statusCode());

            Api tom = new Api(weir, "tom");
            assertEquals(404, tom.get(files).statusCode());
            assertEquals(404, tom.get(content).statusCode());

            String sha256 = drawn.path("sha256").asText();
            Path kept = base.resolve("data/files")
                    .resolve(sha256.substring(0, 2))
                    .resolve(sha256.substring(2, 4))
                    .resolve(sha256);
            assertEquals(picture.size(), Files.size(kept));
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
