package org.weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What is written into {@code RESULTS.md}: one section per run. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    Report(String command) throws IOException {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(it -> it.startsWith("model name"))
                .findFirst()
                .orElse("model name: unknown")
                .replaceFirst("^[^:]*:\\s*", "");
        line("\n## " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        line("- Machine: " + Runtime.getRuntime().availableProcessors() + " cores (" + cpu + "), "
                + Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\s+", " ") + ", load average before "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + ", Java "
                + System.getProperty("java.version"));
        line("- Command: `" + command + "`");
    }

    /** Also shown at once, because a run takes long. */
    void line(String line) {
        text.append(line).append('\n');
        System.err.println(line);
    }

    void table(String first) {
        line("");
        line("| " + first + " | p50 ms | p95 ms | p99 ms | per second | × bare Jetty p50 | mean bytes | aim |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    }

    void row(String what, Load.Figure figure, Load.Figure hello) {
        row(what, figure, hello, Aim.NONE);
    }

    void row(String what, Load.Figure figure, Load.Figure hello, Aim aim) {
        line(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.0f | %.0f | %d | %s |",
                what,
                figure.p50(),
                figure.p95(),
                figure.p99(),
                figure.perSecond(),
                figure.p50() / hello.p50(),
                figure.bytes(),
                aim.beside(figure)));
    }

    /** Begins a table of single numbers. */
    void singles(String first) {
        line("");
        line("| " + first + " | | aim |");
        line("| --- | ---: | --- |");
    }

    void single(String what, Object value, String aim) {
        line("| " + what + " | " + value + " | " + aim + " |");
    }

    void appendTo(Path file) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
