package org.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The suite's REST API, used as any client would. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> BROKEN = Set.of("failed", "cancelled", "interrupted");
    private static final long STEP_NANOS = 100_000_000;

    private final int port;
    private final String authorization;

    Api(int port, String login, String password) {
        this.port = port;
        this.authorization = "Authorization: Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }

    /** Header lines that sign a request in. */
    String headers() {
        return authorization;
    }

    JsonNode get(String path) throws IOException {
        return call("GET", path, "", new byte[0], 200);
    }

    JsonNode post(String path, Map<String, ?> body, int expected) throws IOException {
        return call("POST", path, "Content-Type: application/json\r\n", JSON.writeValueAsBytes(body), expected);
    }

    JsonNode put(String path, Map<String, ?> body) throws IOException {
        return call("PUT", path, "Content-Type: application/json\r\n", JSON.writeValueAsBytes(body), 200);
    }

    /** Whatever version it is at. */
    JsonNode patch(String path, Map<String, ?> body) throws IOException {
        String headers = "Content-Type: application/merge-patch+json\r\nIf-Match: *\r\n";
        return call("PATCH", path, headers, JSON.writeValueAsBytes(body), 200);
    }

    JsonNode upload(String path, byte[] csv) throws IOException {
        return call("POST", path, "Content-Type: text/csv\r\n", csv, 201);
    }

    /** Asks every 100 ms until the state of what is done in the background is this one. */
    void await(String path, String end) throws IOException {
        for (JsonNode now = get(path); !now.get("state").asText().equals(end); now = get(path)) {
            if (BROKEN.contains(now.get("state").asText())) {
                throw new IOException(path + " did not come to be " + end + ": " + now);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    static byte[] json(Map<String, ?> body) throws IOException {
        return JSON.writeValueAsBytes(body);
    }

    private JsonNode call(String method, String path, String headers, byte[] body, int expected) throws IOException {
        try (Client client = new Client(port)) {
            Client.Answer answer = client.send(method, path, authorization + headers, body);
            if (answer.status() != expected) {
                throw new IOException(method + " " + path + " answered " + answer.status() + ": " + answer.text());
            }
            return answer.body().length == 0 ? JSON.nullNode() : JSON.readTree(answer.body());
        }
    }
}
