package org.weir.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the machine can do with next to nothing on it, measured in the same run, so that figures can be given as ratios. */
final class Baselines {
    private final Path home;

    Baselines(Path home) {
        this.home = home;
    }

    /** Bare Jetty that answers "hello", in a process of its own. */
    Load.Figure jettyHello(int clients, int warmUp, int seconds) throws Exception {
        int port = Suite.freePort();
        Process process = java("org.weir.bench.BareJetty", String.valueOf(port));
        try {
            Suite.await(process, port, "/", 200, System.nanoTime());
            return new Load(port, warmUp, seconds).run(clients, n -> Load.Request.get("/", ""));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Seconds until a bare Felix with SCR, ConfigAdmin and the servlet whiteboard on Jetty answers (404), with an empty cache. */
    double felixStart() throws Exception {
        int port = Suite.freePort();
        Path cache = Files.createTempDirectory("weir-bench-felix");
        long begun = System.nanoTime();
        Process process = java("org.weir.bench.BareFelix", home.toString(), cache.toString(), String.valueOf(port));
        try {
            return Suite.await(process, port, "/", 404, begun);
        } finally {
            process.destroyForcibly().waitFor();
            delete(cache);
        }
    }

    private static Process java(String main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(File.createTempFile("weir-bench", ".log"))
                .start();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).collect(Collectors.toList())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
