package org.weir.itest.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Weir;

/**
 * No page asks the database more often because there are more rows: each is asked for with 10 contacts, opportunities and
 * tickets of one account, then with 1,000 of each, and the database itself counts the statements.
 */
final class StatementsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEW = 10;
    private static final int MANY = 1000;

    /** What goes on beside a page (a poll, an event's delivery) comes and goes; the least of so many is the page alone. */
    private static final int TIMES = 7;

    /** What is found decides on a few statements (of another kind, for a fuller page); rows would cost hundreds. */
    private static final int FURTHER = 3;

    private static final int PATIENCE_SECONDS = 300;
    private static final String WHO = "demo-admin";

    @Test
    void on_hsqldb_no_page_asks_more_often_because_there_are_more_rows(@TempDir Path folder) throws Exception {
        StatementLog log = StatementLog.ofHsqldb(folder.resolve("db/weir"));
        try (Weir weir = new Weir(folder.resolve("weir"))
                .with("WEIR_START_SECONDS", "400")
                .with(
                        "WEIR_DB_URL",
                        "jdbc:hsqldb:file:" + folder.resolve("db/weir") + ";hsqldb.sqllog=3"
                                + ";sql.syntax_pgs=true;hsqldb.tx=mvcc;hsqldb.default_table_type=cached"
                                + ";hsqldb.write_delay=false")
                .started("--demo")) {
            same(weir, log);
        }
    }

    @Test
    void on_postgresql_no_page_asks_more_often_because_there_are_more_rows(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("postgres.log");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("log_statement", "all")
                        .setServerConfig("log_destination", "stderr")
                        .setServerConfig("log_line_prefix", "@%p ")
                        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(file.toFile()))
                        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(file.toFile()))
                        .start();
                Weir weir = new Weir(folder.resolve("weir"))
                        .with("WEIR_START_SECONDS", "400")
                        .with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                        .with("WEIR_DB_USER", "postgres")
                        .started("--demo")) {
            same(weir, StatementLog.ofPostgresql(file));
        }
    }

    private static void same(Weir weir, StatementLog log) throws Exception {
        patiently(
                "demo data, as far as it comes",
                () -> weir.log().contains("Demo data made: aftersales")
                        || weir.log().contains("Demo data could not be made"));
        Api api = new Api(weir, WHO);
        String account = api.create("account", Map.of("name", "Statement Works", "kind", "company", "country", "SE"))
                .path("id")
                .asText();
        String contact = grow(weir, api, 0, FEW);
        Map<String, Long> few = counted(weir, log, account, contact);
        grow(weir, api, FEW, MANY);
        Map<String, Long> many = counted(weir, log, account, contact);
        List<String> more = new ArrayList<>();
        assertTrue(few.values().stream().allMatch(it -> it > 0), () -> "nothing was counted: " + few);
        few.forEach((page, count) -> {
            if (Objects.requireNonNull(many.get(page)) > count + FURTHER) {
                more.add(page + ": " + count + " with " + FEW + " rows, " + many.get(page) + " with " + MANY);
            }
        });
        assertEquals(List.of(), more);
    }

    /** Like the other tests' waiting, for what takes long on a machine that others use. */
    private static void patiently(String what, Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < PATIENCE_SECONDS * 4; i++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("never: " + what);
    }

    /** Statements of each page, once it is warm. */
    private static Map<String, Long> counted(Weir weir, StatementLog log, String account, String contact)
            throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("list", "/r/touchpoint?filter=account==" + account);
        pages.put("list of opportunities", "/r/opportunity?filter=account==" + account);
        pages.put("list of tickets", "/r/ticket?filter=account==" + account);
        pages.put("record", "/r/touchpoint/" + contact);
        pages.put("record with many related", "/r/account/" + account);
        pages.put("related list", "/r/account/" + account + "/tab/related-touchpoints");
        pages.put("board", "/opportunities/board");
        pages.put("cockpit", "/r/account/" + account + "/tab/cockpit");
        pages.put("home", "/");
        pages.put("search of one kind", "/search?kind=touchpoint&q=Statement");
        pages.put("palette", "/palette?here=%2F&q=statement");
        pages.put("REST list", "/api/touchpoint?limit=50&filter=account==" + account);
        pages.put("REST list, counted", "/api/ticket?limit=50&count=true&filter=account==" + account);
        pages.put("REST read", "/api/touchpoint/" + contact);
        String cookie = signIn(weir);
        HttpClient client = HttpClient.newHttpClient();
        Map<String, Long> least = new LinkedHashMap<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(weir.url() + page.getValue()))
                    .header("Cookie", cookie)
                    .build();
            for (int i = 0; i <= TIMES; i++) {
                long before = log.statements();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                long after = log.statements();
                assertEquals(200, answer.statusCode(), () -> page + ": " + answer.body());
                if (i > 0) {
                    least.merge(page.getKey(), after - before, Math::min);
                }
            }
        }
        return least;
    }

    /** Contacts, opportunities and tickets of the account. @return one of the contacts */
    private static String grow(Weir weir, Api api, int from, int to) throws Exception {
        StringBuilder contacts = new StringBuilder("subject,account,kind\n");
        StringBuilder opportunities = new StringBuilder("title,account\n");
        StringBuilder tickets = new StringBuilder("title,account,severity\n");
        for (int i = from; i < to; i++) {
            contacts.append("Statement call ").append(i).append(",Statement Works,call\n");
            opportunities.append("Statement chance ").append(i).append(",Statement Works\n");
            tickets.append("Statement fault ").append(i).append(",Statement Works,minor\n");
        }
        imported(weir, api, "touchpoint", contacts.toString(), List.of("subject", "account", "kind"), to - from);
        imported(weir, api, "opportunity", opportunities.toString(), List.of("title", "account"), to - from);
        imported(weir, api, "ticket", tickets.toString(), List.of("title", "account", "severity"), to - from);
        patiently(
                "the last is indexed",
                () -> api.read("/api/search?kind=ticket&q=" + "fault%20" + (to - 1))
                                .path("count")
                                .asInt()
                        > 0);
        return api.read("/api/touchpoint?limit=1&sort=subject&filter=subject==Statement*")
                .path("items")
                .get(0)
                .path("id")
                .asText();
    }

    private static void imported(Weir weir, Api api, String type, String csv, List<String> fields, int rows)
            throws Exception {
        String batch = "/api/imports/"
                + api.sent("/api/" + type + "/imports?fileName=rows.csv", csv.getBytes(StandardCharsets.UTF_8))
                        .path("id")
                        .asText();
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        fields.forEach(it -> columns.put(it, List.of(columns.size())));
        put(
                weir,
                batch + "/mapping",
                JSON.writeValueAsString(
                        Map.of("columns", columns, "keys", List.of(), "createMissing", List.of(), "language", "en")));
        api.post(batch + "/run", "{}");
        patiently("imported", () -> api.read(batch).path("state").asText().equalsIgnoreCase("done"));
        JsonNode counts = api.read(batch).path("counts");
        assertEquals(rows, counts.path("created").asInt(counts.path("CREATED").asInt()), counts::toString);
    }

    private static void put(Weir weir, String path, String json) throws Exception {
        String basic =
                Base64.getEncoder().encodeToString((WHO + ":channel-deep-dam-low").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(weir.url() + path))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
    }

    private static String signIn(Weir weir) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(weir.url() + "/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", weir.url())
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "login=" + WHO + "&password=channel-deep-dam-low"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("weir=") && !it.startsWith("weir=;"))
                .map(it -> it.substring(0, it.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }
}
