package org.weir.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clients that create accounts without pause; what gets no answer they send again with the same Idempotency-Key. */
final class Writers {
    /** What the names of the accounts begin with; the key follows. */
    static final String NAME = "Killed ";

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String HEADERS = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("anna:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8))
            + "\r\nContent-Type: application/json\r\nIdempotency-Key: ";

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger again = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile int port;
    private volatile boolean noMore;
    private volatile boolean stop;

    Writers(int clients) {
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(this::write, "writer-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Where Weir is now. */
    void to(int now) {
        port = now;
    }

    /** Id by key, of all that was answered 201. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    int sentAgain() {
        return again.get();
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Sends nothing new and waits until all that was sent is answered. */
    void finish() throws InterruptedException {
        noMore = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    void giveUp() {
        stop = true;
    }

    private void write() {
        try {
            while (!noMore && !stop) {
                String key = UUID.randomUUID().toString();
                for (boolean done = false; !done && !stop; ) {
                    done = once(key);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean once(String key) throws InterruptedException {
        int at = port;
        if (at == 0) {
            Thread.sleep(20);
            return false;
        }
        boolean sent = false;
        try (Client client = new Client(at)) {
            sent = true;
            byte[] body = ("{\"name\":\"" + NAME + key + "\",\"kind\":\"company\"}").getBytes(StandardCharsets.UTF_8);
            Client.Answer answer = client.send("POST", "/api/account", HEADERS + key + "\r\n", body);
            Matcher id = ID.matcher(answer.text());
            if (answer.status() == 201 && id.find()) {
                acknowledged.put(key, id.group(1));
                return true;
            }
            // busy, starting, stopping or still at the first try: the same again
            boolean later = answer.status() == 503
                    || answer.status() == 429
                    || (answer.status() == 409 && answer.text().contains("key-under-way"));
            if (!later) {
                wrong.add(answer.status() + " " + answer.text());
            }
        } catch (IOException | RuntimeException lost) {
            if (sent) {
                again.incrementAndGet();
            }
        }
        Thread.sleep(20);
        return false;
    }
}
