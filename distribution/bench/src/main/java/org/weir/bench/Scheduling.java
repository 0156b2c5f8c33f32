package org.weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.weir.delivery.scheduling.Effort;
import org.weir.delivery.scheduling.Faults;
import org.weir.delivery.scheduling.PlanProjects;
import org.weir.delivery.scheduling.Problem;
import org.weir.delivery.scheduling.PspFile;
import org.weir.delivery.scheduling.Solution;

/** The gap of the planner's makespans to the best that are known of PSPLIB instances. */
final class Scheduling {
    private final Report report;

    Scheduling(Report report) {
        this.report = report;
    }

    void measure(int seconds) throws IOException {
        Path data = data();
        Map<String, Integer> best = new HashMap<>();
        for (String line : Files.readAllLines(data.resolve("best_known.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[0].startsWith("j")) {
                best.put(cells[1], Integer.parseInt(cells[2]));
            }
        }
        report.line(String.format(
                Locale.ROOT,
                "\n### Scheduling: PSPLIB, %d s an instance at most, 2 threads, every plan checked",
                seconds));
        report.line("\n| set | instances | mean gap to best known % | largest % | as good as known | proved best"
                + " | schedules per second |");
        report.line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (String set : List.of("j30", "j60")) {
            set(data.resolve(set), set, best, Effort.lasting(1, Duration.ofSeconds(seconds)));
        }
    }

    private void set(Path folder, String set, Map<String, Integer> best, Effort effort) throws IOException {
        double sum = 0;
        double largest = 0;
        int count = 0;
        int asGood = 0;
        int proved = 0;
        long schedules = 0;
        long began = System.nanoTime();
        for (Path file : sorted(folder)) {
            Problem problem = PspFile.read(file);
            Solution solution = new PlanProjects().plan(problem, effort);
            List<String> faults = Faults.of(problem, solution);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(file + ": " + faults);
            }
            Integer known = best.get(file.getFileName().toString().replace(".sm", ""));
            if (known == null) {
                throw new IllegalStateException("no best known makespan of " + file);
            }
            double gap = 100.0 * (solution.makespan() - known) / known;
            sum += gap;
            largest = Math.max(largest, gap);
            count++;
            asGood += solution.makespan() <= known ? 1 : 0;
            proved += solution.optimal() ? 1 : 0;
            schedules += solution.evaluations();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        report.line(String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %d | %d | %,.0f |",
                set,
                count,
                sum / count,
                largest,
                asGood,
                proved,
                schedules / seconds));
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".sm")).sorted().toList();
        }
    }

    /** {@code WEIR_SCHEDULES}, or {@code shared/data/schedules} beside or above the project. */
    private static Path data() {
        String told = System.getenv("WEIR_SCHEDULES");
        if (told != null) {
            return Path.of(told);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data/schedules");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IllegalStateException("the instances are not there; tell their folder with WEIR_SCHEDULES");
    }
}
