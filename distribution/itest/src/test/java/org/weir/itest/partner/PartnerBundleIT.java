package org.weir.itest.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerBundleIT {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString("demo-admin:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    private Weir weir;
    private String account = "";
    private String survey = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder).started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
        account = id(api("GET", "/api/account?limit=1", "").body());
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    private HttpResponse<String> api(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(weir.url() + path))
                        .header("Authorization", AUTHORIZATION)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String id(String json) {
        Matcher matcher = ID.matcher(json);
        assertTrue(matcher.find(), json);
        return matcher.group(1);
    }

    private int status(String path) throws IOException, InterruptedException {
        return api("GET", path, "").statusCode();
    }

    @Test
    @Order(1)
    void copied_into_deploy_its_records_are_there_with_their_own_data_and_actions() throws Exception {
        assertEquals(404, status("/api/example-survey"));
        ExampleBundle.put(weir.deploy(), "1.0.0");
        Eventually.until("surveys in the api", () -> status("/api/example-survey") == 200);
        HttpResponse<String> made = api(
                "POST",
                "/api/example-survey",
                "{\"site\":\"Kumasi 7\",\"account\":\"" + account + "\",\"state\":\"planned\"}");
        assertEquals(201, made.statusCode(), made.body());
        survey = id(made.body());
        HttpResponse<String> done = api(
                "POST",
                "/api/example-survey/" + survey + "/actions/complete",
                "{\"loadKw\":12.5,\"findings\":\"two spare breakers\"}");
        assertEquals(200, done.statusCode(), done.body());
        String read = api("GET", "/api/example-survey/" + survey, "").body();
        assertTrue(read.contains("\"done\"") && read.contains("12.5"), read);
    }

    @Test
    @Order(2)
    void replaced_by_a_newer_version_under_load_no_request_elsewhere_fails() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        AtomicInteger answered = new AtomicInteger();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (String path : List.of("/api/account?limit=20", "/api/account/" + account, "/api/touchpoint?limit=5")) {
            clients.add(new Thread(() -> load(path, on, answered, failures, 200)));
        }
        // its own requests may find it gone, but none breaks inside
        clients.add(new Thread(() -> load("/api/example-survey/" + survey, on, answered, failures, 200, 404)));
        clients.forEach(Thread::start);
        Eventually.until("load", () -> answered.get() > 200);
        ExampleBundle.put(weir.deploy(), "1.1.0");
        Eventually.until("the new version", () -> api("GET", "/api/admin/bundles", "")
                .body()
                .replace(" ", "")
                .contains("1.1.0"));
        Eventually.until("its records again", () -> status("/api/example-survey/" + survey) == 200);
        int before = answered.get();
        Eventually.until("load after the change", () -> answered.get() > before + 100);
        on.set(false);
        for (Thread one : clients) {
            one.join();
        }
        assertEquals(List.of(), List.copyOf(failures));
    }

    private void load(
            String path, AtomicBoolean on, AtomicInteger answered, Queue<String> failures, Integer... expected) {
        while (on.get()) {
            try {
                HttpResponse<String> answer = api("GET", path, "");
                if (!List.of(expected).contains(answer.statusCode())) {
                    failures.add(path + " answered " + answer.statusCode() + " " + answer.body());
                }
                answered.incrementAndGet();
            } catch (IOException | InterruptedException e) {
                failures.add(path + ": " + e);
            }
        }
    }

    @Test
    @Order(3)
    void removed_its_pages_go_and_its_data_stay_for_its_return() throws Exception {
        ExampleBundle.remove(weir.deploy());
        Eventually.until("surveys gone", () -> status("/api/example-survey") == 404);
        assertEquals(200, status("/api/account/" + account));
        HttpResponse<String> touchpoint = api(
                "POST",
                "/api/touchpoint",
                "{\"subject\":\"While it was away\",\"account\":\"" + account
                        + "\",\"kind\":\"call\",\"heldAt\":\"2026-05-01T10:00:00Z\"}");
        assertEquals(201, touchpoint.statusCode(), touchpoint.body());
        ExampleBundle.put(weir.deploy(), "1.2.0");
        Eventually.until("its data again", () -> status("/api/example-survey/" + survey) == 200);
    }
}
