package org.weir.itest.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** What cannot be is answered clearly, and nothing is half-written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private Weir weir;
    private Api sr;
    private Api admin;
    private String account = "";
    private String model = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder).started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        sr = new Api(weir, "tangning");
        admin = new Api(weir, "demo-admin");
        account = sr.only("account", "name==\"Meridian Ghana\"").path("id").asText();
        model = sr.only("product-model", "name==\"Site energy and radio\"")
                .path("id")
                .asText();
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    @Test
    void a_model_with_an_error_is_refused_with_line_and_reason() throws Exception {
        long before = Story.count(sr, "product-model", "name==*");
        refused(load("Bad", "features\n\tA\n\t\tmandatory\n\t\t\tB\nconstraints\n\tA => => B\n"), "Line 6, column 7");
        assertEquals(before, Story.count(sr, "product-model", "name==*"));
    }

    @Test
    void a_model_of_which_there_is_no_product_is_refused() throws Exception {
        refused(
                load("Void", "features\n\tA\n\t\tmandatory\n\t\t\tB\nconstraints\n\t!B\n"),
                "No product meets all rules");
    }

    @Test
    void a_model_with_twenty_thousand_features_is_configured() throws Exception {
        StringBuilder uvl = new StringBuilder("features\n\tRoot\n\t\toptional\n");
        for (int i = 0; i < 20_000; i++) {
            uvl.append("\t\t\tF").append(i).append(" {price ").append(i % 97).append("}\n");
        }
        uvl.append("constraints\n");
        for (int i = 0; i < 19_000; i += 3) {
            uvl.append("\tF").append(i).append(" => F").append(i + 1).append('\n');
        }
        HttpResponse<String> loaded = load("Twenty thousand", uvl.toString());
        assertEquals(200, loaded.statusCode(), loaded.body());
        String big =
                sr.only("product-model", "name==\"Twenty thousand\"").path("id").asText();
        String configuration = configuration("Of many", big);
        JsonNode answer = sr.act(
                "configuration",
                configuration,
                "choose",
                Map.of("siteType", siteType(configuration, Map.of()), "feature", "F9"));
        assertTrue(answer.toString().contains("F10"), "F9 takes F10 with it");
    }

    @Test
    void a_quantity_beyond_the_capacity_is_explained_and_not_taken() throws Exception {
        String configuration = configuration("Too much", model);
        String site = siteType(configuration, Map.of("kind", "UrbanMacro"));
        sr.act("configuration", configuration, "choose", Map.of("siteType", site, "feature", "Rectifier12"));
        JsonNode answer = sr.act(
                        "configuration",
                        configuration,
                        "choose",
                        Map.of("siteType", site, "feature", "Lithium200", "value", "3"))
                .path("data");
        assertEquals(false, answer.path("accepted").asBoolean(), answer::toString);
        assertTrue(answer.path("because").toString().contains("Rectifier12"), answer::toString);
        assertTrue(answer.path("waysOut").size() >= 2, answer::toString);
    }

    @Test
    void of_two_people_editing_one_configuration_the_slower_one_is_told() throws Exception {
        String configuration = configuration("Of two", model);
        String site = siteType(configuration, Map.of("kind", "UrbanMacro"));
        String standing = "/api/configurations/" + configuration + "/standing";
        long seen = sr.read(standing).path("revision").asLong();
        sr.act(
                "configuration",
                configuration,
                "choose",
                Map.of("siteType", site, "feature", "Rectifier12", "revision", seen));
        String before = sr.read(standing).toString();
        HttpResponse<String> answer = admin.tried(
                "configuration",
                configuration,
                "choose",
                Map.of("siteType", site, "feature", "Rectifier24", "revision", seen));
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("Somebody else has changed"), answer.body());
        assertEquals(before, sr.read(standing).toString());
    }

    @Test
    void a_quote_in_a_currency_without_a_rate_names_both_currencies() throws Exception {
        String configuration = configuration("In yen", model);
        siteType(configuration, Map.of("kind", "RuralSolar"));
        sr.act("configuration", configuration, "complete", Map.of("goal", "price"));
        String list = sr.read("/api/price-list?limit=1&filter=currency==USD")
                .path("items")
                .get(0)
                .path("id")
                .asText();
        long before = Story.count(sr, "quote", "account==" + account);
        HttpResponse<String> answer =
                sr.tried("configuration", configuration, "make-quote", Map.of("priceList", list, "currency", "JPY"));
        refused(answer, "JPY");
        assertTrue(answer.body().contains("USD"), answer.body());
        assertEquals(before, Story.count(sr, "quote", "account==" + account));
    }

    @Test
    void a_plan_that_goes_in_a_circle_is_refused_with_the_circle() throws Exception {
        JsonNode link = admin.read("/api/task-link?limit=1").path("items").get(0);
        HttpResponse<String> answer = admin.post(
                "/api/task-link",
                "{\"project\":\"" + id(link, "project") + "\",\"fromTask\":\"" + id(link, "toTask") + "\",\"toTask\":\""
                        + id(link, "fromTask") + "\",\"kind\":\"fs\",\"lag\":0}");
        refused(answer, "circle");
    }

    @Test
    void a_calendar_without_working_time_is_refused() throws Exception {
        HttpResponse<String> answer = admin.post(
                "/api/work-calendar", "{\"name\":\"Never\",\"zone\":\"Europe/Berlin\",\"hours\":\"Mo 09:00-09:00\"}");
        refused(answer, "hours");
    }

    @Test
    void a_ticket_for_a_unit_of_another_customer_is_refused() throws Exception {
        JsonNode unit = admin.read("/api/unit?limit=1&filter=account!=" + account)
                .path("items")
                .get(0);
        HttpResponse<String> answer = admin.post(
                "/api/ticket",
                "{\"title\":\"Not theirs\",\"severity\":\"major\",\"account\":\"" + account + "\",\"unit\":\""
                        + unit.path("id").asText() + "\"}");
        refused(answer, "another customer");
    }

    private HttpResponse<String> load(String name, String uvl) throws Exception {
        String json = new ObjectMapper()
                .writeValueAsString(Map.of("input", Map.of("name", name, "currency", "USD", "source", uvl)));
        return sr.post("/api/product-model/actions/load-uvl", json);
    }

    private String configuration(String title, String of) throws Exception {
        return sr.create("configuration", Map.of("title", title, "account", account, "model", of))
                .path("id")
                .asText();
    }

    private String siteType(String configuration, Map<String, ?> more) throws Exception {
        Map<String, Object> input = new HashMap<>(Map.of("name", "Site", "sites", 1));
        input.putAll(more);
        return sr.act("configuration", configuration, "add-site-type", input)
                .path("data")
                .path("siteType")
                .asText();
    }

    private static String id(JsonNode record, String field) {
        return record.path(field).path("id").asText();
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertTrue(answer.statusCode() == 422 || answer.statusCode() == 409, answer.body());
        assertTrue(answer.body().contains(why), answer.body());
    }
}
