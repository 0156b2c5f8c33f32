package org.weir.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Weir under test: its own data folder and port, stopped and forgotten at the end. */
final class Suite implements AutoCloseable {
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final long ASK_MILLIS = 25;

    private final Process process;
    private final int port;
    private final double readySeconds;

    private Suite(Process process, int port, double readySeconds) {
        this.process = process;
        this.port = port;
        this.readySeconds = readySeconds;
    }

    /**
     * Runs {@code bin/weir run} and waits for readiness.
     *
     * @param environment what the start script understands: {@code WEIR_DB_URL} …
     */
    static Suite start(Path home, Path data, Map<String, String> environment, List<String> options) throws Exception {
        Files.createDirectories(data);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/weir").toString(), "run"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment()
                .merge("WEIR_JAVA_OPTS", "-Dweir.requests-per-minute=0", (some, more) -> some + " " + more);
        builder.environment().put("WEIR_START_SECONDS", "300");
        builder.environment().put("WEIR_DATA", data.toString());
        builder.environment().put("WEIR_PORT", String.valueOf(port));
        builder.redirectOutput(data.resolve("bench-console.log").toFile());
        long begun = System.nanoTime();
        Process process = builder.start();
        Suite suite = new Suite(process, port, await(process, port, "/health/ready", 200, begun));
        return suite;
    }

    /** Seconds from {@code begun} until the path answers with the status, asked so seldom that the asking takes no part. */
    static double await(Process process, int port, String path, int status, long begun) throws Exception {
        while (process.isAlive()) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("no answer " + status + " from " + path);
            }
            try (Client client = new Client(port)) {
                if (client.get(path, "").status() == status) {
                    return (System.nanoTime() - begun) / 1e9;
                }
            } catch (IOException e) {
                Thread.sleep(ASK_MILLIS); // not listening yet
                continue;
            }
            Thread.sleep(ASK_MILLIS);
        }
        throw new IOException("ended with " + process.exitValue() + " before it was ready");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    double readySeconds() {
        return readySeconds;
    }

    /** Resident memory of the process tree in MiB, as Linux counts it. */
    double residentMiB() throws IOException {
        double sum = 0;
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        for (ProcessHandle each : tree) {
            Path status = Path.of("/proc", String.valueOf(each.pid()), "status");
            if (Files.exists(status)) {
                sum += Files.readAllLines(status).stream()
                        .filter(it -> it.startsWith("VmRSS:"))
                        .mapToDouble(it -> Double.parseDouble(it.replaceAll("[^0-9]", "")) / 1024)
                        .sum();
            }
        }
        return sum;
    }

    /** SIGKILL. */
    void kill() {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        tree.forEach(ProcessHandle::destroyForcibly);
        tree.forEach(it -> it.onExit().join());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
