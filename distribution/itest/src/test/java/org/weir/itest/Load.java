package org.weir.itest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients that create accounts without pause. What is not answered, or with 503, or with 429 because one caller asked too
 * often, they send again with the same Idempotency-Key, until it is; any other refusal is kept as wrong.
 */
public final class Load implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString("demo-admin:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8));

    private final String url;
    private final String name;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stop;

    public Load(String url, String name, int clients) {
        this.url = url;
        this.name = name;
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(this::write, "load-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Ids of what was answered 201. */
    public List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** How many were answered 503. */
    public int refused() {
        return refused.get();
    }

    /** Answers that should not be. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    private void write() {
        HttpClient client = HttpClient.newHttpClient();
        while (!stop) {
            String key = UUID.randomUUID().toString();
            boolean done = false;
            while (!done) {
                done = once(client, key);
                if (!done && stop) {
                    return;
                }
            }
        }
    }

    private boolean once(HttpClient client, String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/account"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"" + name + " " + key + "\",\"kind\":\"company\"}"))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher id = ID.matcher(answer.body());
            if (answer.statusCode() == 201 && id.find()) {
                acknowledged.add(id.group(1));
                return true;
            } else if (answer.statusCode() == 503 || answer.statusCode() == 429) {
                refused.addAndGet(answer.statusCode() == 503 ? 1 : 0);
                if (answer.headers().firstValue("Retry-After").isEmpty()) {
                    wrong.add(answer.statusCode() + " without Retry-After: " + answer.body());
                }
            } else if (answer.statusCode() != 409 || !answer.body().contains("key-under-way")) {
                // 409 while the first try with this key is still being worked on: the same again
                wrong.add(answer.statusCode() + " " + answer.body());
            }
            Thread.sleep(50);
        } catch (IOException broken) {
            // the connection broke or nothing came: the same again
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop = true;
        }
        return false;
    }

    @Override
    public void close() {
        finish();
    }

    /** Ends all clients; what they were sending is answered or given up. */
    public void finish() {
        stop = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
