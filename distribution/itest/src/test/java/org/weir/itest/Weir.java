package org.weir.itest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One Weir of the assembled distribution, as people start it: {@code bin/weir} with a data folder and a port of its own.
 * Close it, or it stays.
 */
public final class Weir implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 480;

    private final Path installation;
    private final Path base;
    private final int port = freePort();
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param base becomes {@code WEIR_DATA} */
    public Weir(Path base) {
        this(base, Installation.BUILT);
    }

    /** The same, started from another installation. */
    public Weir(Path base, Installation installation) {
        this(base, installation.folder());
    }

    private Weir(Path base, Path installation) {
        this.base = base;
        this.installation = installation;
        environment.put("WEIR_DATA", base.toString());
        environment.put("WEIR_PORT", Integer.toString(port));
        environment.put("WEIR_HOST", "127.0.0.1");
        environment.put("WEIR_START_SECONDS", "200");
        environment.put("WEIR_COMPILER", "quick"); // these live for seconds
        environment.put("WEIR_CLASSES", "off"); // seconds at each stop, for starts that never come
    }

    /** One more variable of the environment for the calls that follow. */
    public Weir with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Writes a file of {@code conf/} before the start; the installation's own fill the rest. */
    public Weir configured(String file, String content) throws IOException {
        Path conf = Files.createDirectories(base.resolve("conf"));
        Files.writeString(conf.resolve(file), content);
        return this;
    }

    /** {@code bin/weir start} that must succeed. */
    public Weir started(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("start"));
        arguments.addAll(List.of(options));
        Outcome outcome = call(arguments.toArray(String[]::new));
        if (outcome.code() != 0) {
            throw new AssertionError("weir start: " + outcome);
        }
        return this;
    }

    /** {@code bin/weir ARGUMENTS}, waited for. */
    public Outcome call(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(installation.resolve("bin/weir").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("weir", ".out");
        Path err = Files.createTempFile("weir", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("weir " + List.of(arguments) + " did not end");
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Path deploy() {
        return base.resolve("deploy");
    }

    public String log() throws IOException {
        return Files.readString(base.resolve("log/weir.log"));
    }

    /** The process while it runs. */
    public ProcessHandle process() throws IOException {
        long pid = Long.parseLong(Files.readString(base.resolve("data/pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** Whether a process of this Weir is left. */
    public boolean runs() throws IOException {
        Path pid = base.resolve("data/pid");
        return Files.exists(pid)
                && ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                        .isPresent();
    }

    @Override
    public void close() throws IOException {
        try {
            call("stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a call of {@code bin/weir} ended. */
    public record Outcome(int code, String out, String err) {}
}
