package org.weir.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A client of a running Weir's API, signed in as one of the demo's people; waits when it has asked too fast. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String authorization;

    public Api(Weir weir, String login) {
        this(weir.url(), login);
    }

    /** Through a balancer. */
    public Api(String url, String login) {
        this.url = url;
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((login + ":channel-deep-dam-low").getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return send(method, path, body, "application/json");
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String type)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .method(method, body)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == 429) {
            Thread.sleep(PAUSE_MILLIS);
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        return answer;
    }

    /** What is read there; must be 200. */
    public JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), () -> path + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    /** The only record of the type that the filter lets through. */
    public JsonNode only(String type, String filter) throws IOException, InterruptedException {
        String query = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        JsonNode items = read("/api/" + type + "?limit=2&filter=" + query).path("items");
        assertEquals(1, items.size(), () -> type + " where " + filter + ": " + items);
        return items.get(0);
    }

    /** A new record. */
    public JsonNode create(String type, Map<String, ?> values) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/api/" + type, JSON.writeValueAsString(values));
        assertEquals(201, answer.statusCode(), () -> type + " " + values + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    /** A file as the body; must be taken. */
    public JsonNode sent(String path, byte[] file) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send("POST", path, HttpRequest.BodyPublishers.ofByteArray(file), "application/octet-stream");
        assertEquals(201, answer.statusCode(), () -> path + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    /** Does something to a record; must succeed. */
    public JsonNode act(String type, String id, String action, Map<String, ?> input)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = tried(type, id, action, input);
        assertEquals(2, answer.statusCode() / 100, () -> type + " " + action + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    /** As {@link #act}, however it ends. */
    public HttpResponse<String> tried(String type, String id, String action, Map<String, ?> input)
            throws IOException, InterruptedException {
        return post("/api/" + type + "/" + id + "/actions/" + action, JSON.writeValueAsString(input));
    }
}
