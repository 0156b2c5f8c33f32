package org.weir.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Runs the whole benchmark; see {@code distribution/bench/README.md} for the method. */
public final class Bench {
    /** What is measured on a populated installation. */
    private static final Set<String> FIGURES = Set.of("requests", "search", "importing", "overload", "partner", "page");

    private static final Set<String> HOW_MUCH = Set.of("quick", "tiny");

    private final Path home;
    private final List<String> parts;
    private final boolean quick;
    private final Report report;
    private final List<String> failed = new ArrayList<>();
    private static final int KILLS = 200;

    private Bench(Path home, List<String> parts, Report report) {
        this.home = home;
        this.parts = parts;
        this.quick = parts.contains("quick") || parts.contains("tiny");
        this.report = report;
    }

    /** {@code HOME RESULTS [quick | tiny] [PART…] [NUMBER]}; no parts: all but those that kill. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts = List.of(arguments).subList(2, arguments.length);
        Report report = new Report("distribution/bench/run " + String.join(" ", parts));
        Bench bench = new Bench(Path.of(arguments[0]).toAbsolutePath(), parts, report);
        bench.run();
        report.appendTo(Path.of(arguments[1]));
        if (!bench.failed.isEmpty()) {
            throw new IllegalStateException("failed: " + bench.failed);
        }
    }

    private interface Part {
        void run() throws Exception;
    }

    private void run() {
        part("start", this::starts);
        boolean figures = parts.stream().anyMatch(FIGURES::contains);
        if (figures && !parts.contains("postgresql")) {
            timed("HSQLDB", () -> database("HSQLDB"));
        } else {
            part("hsqldb", () -> database("HSQLDB"));
        }
        part("postgresql", () -> database("PostgreSQL"));
        part("scheduling", () -> new Scheduling(report).measure(quick ? 1 : 10));
        part("gantt", this::gantt);
        part("configurator", () -> new Configurator(report).engine(quick ? 4 : 12));
        part("configurator-page", this::configuratorPage);
        part("sla", this::sla);
        part("cockpit", this::cockpit);
        killed();
    }

    /** Only when asked for: it takes an hour or more. */
    private void killed() {
        int kills = parts.stream()
                .filter(it -> it.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(KILLS);
        if (parts.contains("killed") || parts.contains("killed-hsqldb")) {
            timed("killed-hsqldb", () -> new Killed(home, report).onHsqldb(kills));
        }
        if (parts.contains("killed") || parts.contains("killed-postgresql")) {
            timed("killed-postgresql", () -> new Killed(home, report).onPostgres(kills));
        }
    }

    /** Runs it if it is asked for. */
    private void part(String name, Part part) {
        if (parts.contains(name) || HOW_MUCH.containsAll(parts)) {
            timed(name, part);
        }
    }

    /** What goes wrong is said in the report, and the rest is measured all the same. */
    private void timed(String name, Part part) {
        long begun = System.nanoTime();
        try {
            part.run();
            report.line(String.format(Locale.ROOT, "%n(%s took %.0f s)", name, (System.nanoTime() - begun) / 1e9));
        } catch (Exception e) {
            failed.add(name);
            e.printStackTrace();
            report.line("\n**" + name + " failed**: " + e);
        }
    }

    private void gantt() throws Exception {
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), Populated.LOGIN, Populated.PASSWORD);
            Populated.awaitDemo(api);
            new Gantt(suite.port(), api, report).measure(quick ? 500 : 5_000, Populated.LOGIN, Populated.PASSWORD);
        }
        Baselines.delete(data);
    }

    private void sla() throws Exception {
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), Populated.LOGIN, Populated.PASSWORD);
            Populated.awaitDemo(api);
            new Sla(api, report).measure(quick ? 1_000 : 10_000);
        }
        Baselines.delete(data);
    }

    private void cockpit() throws Exception {
        Load.Figure hello = new Baselines(home).jettyHello(1, 1, 2);
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), Populated.LOGIN, Populated.PASSWORD);
            Populated.awaitDemo(api);
            new Cockpit(suite.port(), api, report)
                    .measure(Browsing.signIn(suite.port(), Populated.LOGIN, Populated.PASSWORD), hello, quick);
        }
        Baselines.delete(data);
    }

    private void configuratorPage() throws Exception {
        Configurator configurator = new Configurator(report);
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), Populated.LOGIN, Populated.PASSWORD);
            Populated.awaitDemo(api);
            configurator.clicks(
                    suite.port(),
                    api,
                    Browsing.signIn(suite.port(), Populated.LOGIN, Populated.PASSWORD),
                    quick ? 100 : 400);
        }
        Baselines.delete(data);
    }

    private void starts() throws Exception {
        int runs = quick ? 3 : 5;
        Baselines baselines = new Baselines(home);
        double[] felix = new double[runs];
        double[] first = new double[runs];
        double[] again = new double[runs];
        double[] memory = new double[runs];
        for (int i = 0; i < runs; i++) {
            felix[i] = baselines.felixStart();
            Path data = Files.createTempDirectory("weir-bench");
            try (Suite suite = Suite.start(home, data, Map.of(), List.of())) {
                first[i] = suite.readySeconds();
            }
            try (Suite suite = Suite.start(home, data, Map.of(), List.of())) {
                again[i] = suite.readySeconds();
                Thread.sleep(2000);
                memory[i] = suite.residentMiB();
            }
            Baselines.delete(data);
        }
        Median bare = Median.of(felix);
        Median ready = Median.of(again);
        double ratio = ready.median() / bare.median();
        Median resident = Median.of(memory);
        report.singles("start (median, min–max of " + runs + "), seconds");
        report.single("bare Felix + SCR + HTTP, empty cache, to first answer", bare, "");
        report.single("Weir, empty data folder, command to ready", Median.of(first), "");
        report.single("Weir, second and later starts, command to ready", ready, Aim.atMost(2.5, "s", ready.median()));
        report.single(
                "Weir later starts ÷ bare Felix", String.format(Locale.ROOT, "%.2f", ratio), Aim.atMost(3, "×", ratio));
        report.single(
                "resident memory 2 s after a later start, MiB", resident, Aim.atMost(220, "MiB", resident.median()));
    }

    private void database(String name) throws Exception {
        try (Populated populated = Populated.on(name, home, size())) {
            report.line("\n### " + name + ", " + populated.size() + ", visibility rules on");
            populated.prepare(report);
            Thread.sleep(2000);
            double started = populated.suite().residentMiB();
            figure("requests", () -> new Requests(populated, report, quick).measure());
            figure("search", () -> new Finding(populated.api(), report).afterSaves());
            figure("overload", () -> new Overload(populated, report, quick).measure());
            figure("importing", () -> new Importing(populated, report, quick).measure());
            figure("partner", () -> new Dropping(populated, report).measure());
            double loaded = populated.suite().residentMiB();
            report.singles("memory and start, with all this data");
            memory("resident 2 s after start, MiB", 220, started);
            memory("resident after all the load above, MiB", 400, loaded);
            report.single(
                    "command to ready, s",
                    String.format(Locale.ROOT, "%.2f", populated.suite().readySeconds()),
                    "");
            figure("page", () -> new FirstPage(populated.suite().port(), report)
                    .measure(Populated.LOGIN, Populated.PASSWORD));
        }
    }

    private Populated.Size size() {
        if (parts.contains("tiny")) {
            return Populated.Size.TINY;
        }
        return quick ? Populated.Size.QUICK : Populated.Size.WHOLE;
    }

    /** Measures it if it is asked for: all are, unless some are named. */
    private void figure(String name, Part part) {
        if (parts.contains(name) || parts.stream().noneMatch(FIGURES::contains)) {
            timed(name, part);
        }
    }

    private void memory(String what, double aim, double value) {
        report.single(what, String.format(Locale.ROOT, "%.0f", value), Aim.atMost(aim, "MiB", value));
    }
}
