package org.weir.itest.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** One of each: every extension point of the gallery bundle is seen at work in a suite that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryIT {
    private static final String TYPE = "gallery-meter";
    private static final String SETTINGS = "/api/admin/settings/org.weir.partner.gallery/";
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("demo-admin:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private Weir weir;
    private Api api;
    private String cookie = "";
    private String account = "";
    private String meter = "";

    @BeforeAll
    void deploy(@TempDir Path folder) throws Exception {
        weir = new Weir(folder).started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
        api = new Api(weir, "demo-admin");
        Files.createDirectories(weir.deploy());
        Path beside = Files.copy(built(), weir.deploy().resolveSibling("gallery.tmp"));
        Files.move(beside, weir.deploy().resolve("gallery.jar"));
        Eventually.until("meters", () -> api.get("/api/" + TYPE).statusCode() == 200);
        account = api.read("/api/account?limit=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        meter = overdue("EM-9", api);
        overdue("EM-7", new Api(weir, "lindiwe"));
        api.create(TYPE, Map.of("serial", "EM-8", "account", account, "kwh", 11));
        cookie = signIn();
    }

    /** A meter that somebody has not read for two months. */
    private String overdue(String serial, Api reader) throws Exception {
        Map<String, Object> values = new HashMap<>();
        values.put("serial", serial);
        values.put("account", account);
        values.put("reader", reader.read("/api/me").path("id").asText());
        values.put("kwh", 100);
        values.put("readOn", today.minusDays(60).toString());
        return api.create(TYPE, values).path("id").asText();
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    private static Path built() throws IOException {
        Path folder = Path.of(System.getProperty("weir.installation"))
                .resolve("../../../../bundles/org.weir.partner.gallery/target")
                .normalize();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().matches(".*gallery-[0-9][^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String signIn() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(weir.url() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", weir.url())
                .POST(HttpRequest.BodyPublishers.ofString("login=demo-admin&password=channel-deep-dam-low"))
                .build();
        return client.send(request, BodyHandlers.ofString()).headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("weir=") && !it.startsWith("weir=;"))
                .map(it -> it.substring(0, it.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    /** A page as the administrator sees it. */
    private String page(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(weir.url() + path))
                        .header("Cookie", cookie)
                        .header("Accept-Language", "en")
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), () -> path + ": " + answer.body());
        return answer.body();
    }

    private void shows(String path, String words) throws Exception {
        String body = page(path);
        assertTrue(body.contains(words), () -> path + " does not show " + words + ": " + body);
    }

    private void set(String name, String value) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(weir.url() + SETTINGS + name))
                        .header("Authorization", BASIC)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"value\":\"" + value + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer::body);
    }

    @Test
    void a_completion_names_the_meter_and_a_validator_works_out_when_it_is_due() throws Exception {
        JsonNode made = api.read("/api/" + TYPE + "/" + meter);
        assertEquals("EM-9", made.path("name").asText());
        assertEquals(today.minusDays(30).toString(), made.path("dueOn").asText());
    }

    @Test
    void a_computed_field_stands_in_the_list() throws Exception {
        shows("/r/" + TYPE, "60 days");
    }

    @Test
    void a_demo_has_made_its_meters() throws Exception {
        Eventually.until("the demo before it", () -> weir.log().contains("Demo data made: delivery"));
        Eventually.until("demo", () -> weir.log().contains("Demo data made: gallery"));
        assertEquals(
                6,
                api.read("/api/" + TYPE + "?filter=serial==EM-1*").path("items").size());
    }

    @Test
    void a_station_stands_in_the_chain() throws Exception {
        assertTrue(api.read("/api/chain/" + TYPE + "/" + meter).toString().contains("EM-9"));
    }

    @Test
    void a_role_and_a_permission_are_offered_to_the_administrator() throws Exception {
        shows("/admin/roles", "Meter reader");
        assertTrue(page("/admin/roles/administrator").contains("gallery:send")
                || api.read("/api/admin/permissions").toString().contains("gallery:send"));
    }

    @Test
    void a_page_answers_and_the_navigation_leads_to_it() throws Exception {
        shows("/gallery/tariffs", "Night tariff");
        shows("/", "/gallery/tariffs");
    }

    @Test
    void a_card_stands_on_the_home_page() throws Exception {
        shows("/", "/r/gallery-meter/" + meter);
    }

    @Test
    void a_meter_of_mine_is_in_my_day() throws Exception {
        assertTrue(api.read("/api/my-day").toString().contains(meter));
    }

    @Test
    void a_figure_and_a_box_stand_in_the_cockpit() throws Exception {
        assertTrue(api.read("/api/cockpit/" + account).toString().contains("kWh"));
        shows("/r/account/" + account + "/tab/cockpit", "/r/gallery-meter/" + meter);
    }

    @Test
    void a_panel_stands_beside_the_fields() throws Exception {
        shows("/r/gallery-meter/" + meter, "Other meters here");
        shows("/r/gallery-meter/" + meter, "EM-8");
    }

    @Test
    void an_action_starts_a_job_that_queues_a_letter() throws Exception {
        HttpResponse<String> begun = api.post("/api/" + TYPE + "/actions/remind", "{}");
        assertEquals(2, begun.statusCode() / 100, begun::body);
        Eventually.until("letter", () -> api.read("/api/letters").toString().contains("org.weir.partner.gallery.due"));
    }

    @Test
    void a_schedule_is_planned_and_can_be_run_now() throws Exception {
        assertTrue(api.read("/api/schedules").toString().contains("org.weir.partner.gallery.weekly"));
        assertEquals(
                204,
                api.post("/api/schedules/org.weir.partner.gallery.weekly/run", "{}")
                        .statusCode());
    }

    @Test
    void a_resource_and_an_operation_answer_and_are_described() throws Exception {
        assertTrue(api.read("/api/gallery/consumption/" + account).path("kwh").asDouble() >= 100);
        HttpResponse<String> sent = api.post("/api/gallery/readings", "{\"serial\":\"EM-8\",\"kwh\":12}");
        assertEquals(200, sent.statusCode(), sent::body);
        assertEquals(
                404,
                api.post("/api/gallery/readings", "{\"serial\":\"EM-0\",\"kwh\":12}")
                        .statusCode());
        HttpResponse<String> backwards = api.post("/api/gallery/readings", "{\"serial\":\"EM-8\",\"kwh\":1}");
        assertEquals(422, backwards.statusCode(), backwards::body);
        JsonNode paths = api.read("/api/openapi.json").path("paths");
        assertEquals(
                "sendReading",
                paths.path("/gallery/readings").path("post").path("operationId").asText());
        assertTrue(paths.has("/gallery/consumption/{accountId}"));
    }

    @Test
    void what_is_no_record_is_found_by_the_search() throws Exception {
        Eventually.until("tariff", () -> api.read("/api/search?q=night%20tariff")
                .path("items")
                .findValuesAsText("title")
                .contains("Night tariff"));
    }

    @Test
    void health_and_metrics_tell_of_meters() throws Exception {
        Eventually.until(
                "health", () -> api.read("/api/admin/health").toString().contains("gallery-meters"));
        Eventually.until("metrics", () -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(weir.url() + "/metrics"))
                    .header("Authorization", BASIC)
                    .build();
            return client.send(request, BodyHandlers.ofString()).body().contains("gallery_meters_overdue");
        });
    }

    @Test
    void settings_are_a_form_and_hold_at_once_in_a_notice_and_a_way_to_sign_in() throws Exception {
        shows("/admin/settings", "Gallery of extensions");
        shows("/admin/settings/org.weir.partner.gallery", "Days between two readings");
        String words = "Meters are exchanged " + UUID.randomUUID();
        set("notice", words);
        set("badge", "/badge/start");
        Eventually.until("notice", () -> page("/gallery/tariffs").contains(words));
        Eventually.until("button", () -> weir.get("/sign-in").body().contains("Sign in with your badge"));
        assertTrue(weir.get("/sign-in?badge=unknown").body().contains("belongs to nobody here"));
        set("notice", "");
        set("badge", "");
    }

    @Test
    void another_region_stands_beside_that_of_the_edition() throws Exception {
        String why = api.read("/api/admin/bundles").toString();
        assertTrue(why.contains("org.weir.partner.gallery"), why);
        shows("/", "lang=\"en\"");
    }
}
