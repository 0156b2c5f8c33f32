package org.weir.webhooks.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A system that is told things: keeps what it gets, and answers as it is told. */
final class Receiver implements AutoCloseable {
    /** @param headers by name in lower case */
    record Got(Map<String, String> headers, String path, String body) {
        String id() {
            return headers.getOrDefault("webhook-id", "");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile IntUnaryOperator status = number -> 200;
    private volatile Map<String, String> headers = Map.of();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> named = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> named.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            int number;
            synchronized (this) {
                got.add(new Got(named, exchange.getRequestURI().toString(), body));
                number = got.size();
            }
            int answer = status.applyAsInt(number);
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] words = ("answer " + number).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer, words.length);
            exchange.getResponseBody().write(words);
        }
    }

    /** @param answer to the n-th message, from 1 */
    Receiver answering(IntUnaryOperator answer, Map<String, String> with) {
        status = answer;
        headers = with;
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Got> got() {
        return new ArrayList<>(got);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
