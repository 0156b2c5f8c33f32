package org.weir.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Closed-loop load: each client sends, reads the whole answer, sends again, for a fixed time after a warm-up. A latency is
 * from the first byte written to the last byte read. Any status the request does not expect fails the run.
 */
final class Load {
    private final int port;
    private final int warmUpSeconds;
    private final int seconds;
    private final boolean refusable;

    Load(int port, int warmUpSeconds, int seconds) {
        this(port, warmUpSeconds, seconds, false);
    }

    private Load(int port, int warmUpSeconds, int seconds, boolean refusable) {
        this.port = port;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
        this.refusable = refusable;
    }

    /** The same load, where a 503 that says when to come back is an answer too: counted, and no latency. */
    Load refusable() {
        return new Load(port, warmUpSeconds, seconds, true);
    }

    /** @param headers complete lines, each ended by CRLF */
    record Request(String method, String path, String headers, byte[] body, int expected) {
        static Request get(String path, String headers) {
            return new Request("GET", path, headers, new byte[0], 200);
        }
    }

    /** Latencies in milliseconds, throughput per second, mean body in bytes; refused: how many got a 503. */
    record Figure(double p50, double p95, double p99, double perSecond, long bytes, long refused) {}

    /** @param requests the n-th request of a client; n differs between clients */
    Figure run(int clients, IntFunction<Request> requests) throws Exception {
        pass(clients, requests, warmUpSeconds);
        return pass(clients, requests, seconds);
    }

    private record Sample(long[] nanos, long bytes, long refused) {}

    private Figure pass(int clients, IntFunction<Request> requests, int length) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Sample>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                work.add(() -> one(client, clients, requests, length));
            }
            long begun = System.nanoTime();
            List<long[]> all = new ArrayList<>();
            long bytes = 0;
            long refused = 0;
            for (Future<Sample> done : threads.invokeAll(work)) {
                all.add(done.get().nanos());
                bytes += done.get().bytes();
                refused += done.get().refused();
            }
            double elapsed = (System.nanoTime() - begun) / 1e9;
            long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Figure(
                    at(sorted, 0.50),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    sorted.length / elapsed,
                    bytes / Math.max(1, sorted.length),
                    refused);
        } finally {
            threads.shutdownNow();
        }
    }

    private Sample one(int client, int clients, IntFunction<Request> requests, int length) throws IOException {
        long[] nanos = new long[1 << 12];
        int count = 0;
        long bytes = 0;
        long refused = 0;
        long end = System.nanoTime() + length * 1_000_000_000L;
        try (Client connection = new Client(port)) {
            while (System.nanoTime() < end) {
                Request request = requests.apply((int) (client + clients * (count + refused)));
                long begun = System.nanoTime();
                Client.Answer answer =
                        connection.send(request.method(), request.path(), request.headers(), request.body());
                long took = System.nanoTime() - begun;
                if (refusable && answer.status() == 503 && answer.headers().containsKey("retry-after")) {
                    refused++;
                    continue;
                }
                if (answer.status() != request.expected()) {
                    throw new IOException(request.method() + " " + request.path() + " answered " + answer.status()
                            + ": " + answer.text());
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = took;
                bytes += answer.body().length;
            }
        }
        return new Sample(Arrays.copyOf(nanos, count), bytes, refused);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))] / 1e6;
    }
}
