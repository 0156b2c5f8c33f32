package org.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the whole benchmark; see {@code distribution/bench/README.md} for the method. */
public final class Bench {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private static final String LOGIN = "anna";
    private static final String PASSWORD = "channel-deep-dam-low";

    private final Path home;
    private final boolean quick;
    private final Report report;
    private final AtomicInteger created = new AtomicInteger();

    private Bench(Path home, boolean quick, Report report) {
        this.home = home;
        this.quick = quick;
        this.report = report;
    }

    /** {@code HOME RESULTS [quick] [start] [hsqldb] [postgresql] [scheduling] [gantt] [configurator] [configurator-page] [sla]
     * [cockpit] [search]}; no parts: all. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts = List.of(arguments).subList(2, arguments.length);
        boolean all = parts.stream().allMatch("quick"::equals);
        Report report = new Report("distribution/bench/run " + String.join(" ", parts));
        Bench bench = new Bench(Path.of(arguments[0]).toAbsolutePath(), parts.contains("quick"), report);
        if (all || parts.contains("start")) {
            bench.starts();
        }
        if (all || parts.contains("hsqldb")) {
            bench.database("HSQLDB", Map.of());
        }
        if (all || parts.contains("postgresql")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                bench.database(
                        "PostgreSQL",
                        Map.of(
                                "WEIR_DB_URL",
                                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                                "WEIR_DB_USER",
                                "postgres",
                                "WEIR_DB_PASSWORD",
                                "postgres"));
            }
        }
        if (all || parts.contains("scheduling")) {
            new Scheduling(report).measure(parts.contains("quick") ? 1 : 10);
        }
        if (all || parts.contains("gantt")) {
            bench.gantt();
        }
        if (all || parts.contains("configurator")) {
            new Configurator(report).engine(parts.contains("quick") ? 4 : 12);
        }
        if (all || parts.contains("configurator-page")) {
            bench.configuratorPage();
        }
        if (all || parts.contains("sla")) {
            bench.sla();
        }
        if (all || parts.contains("cockpit")) {
            bench.cockpit();
        }
        if (parts.contains("search")) {
            bench.searchAlone();
        }
        report.appendTo(Path.of(arguments[1]));
    }

    private void gantt() throws Exception {
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), LOGIN, PASSWORD);
            awaitDemo(api);
            new Gantt(suite.port(), api, report).measure(quick ? 500 : 5_000, LOGIN, PASSWORD);
        }
        Baselines.delete(data);
    }

    private void sla() throws Exception {
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), LOGIN, PASSWORD);
            awaitDemo(api);
            new Sla(api, report).measure(quick ? 1_000 : 10_000);
        }
        Baselines.delete(data);
    }

    private void cockpit() throws Exception {
        Load.Figure hello = new Baselines(home).jettyHello(1, 1, 2);
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), LOGIN, PASSWORD);
            awaitDemo(api);
            new Cockpit(suite.port(), api, report).measure(signIn(suite.port()), hello, quick);
        }
        Baselines.delete(data);
    }

    /** The population and the search only, on HSQLDB; a part of what is measured for each database anyway. */
    private void searchAlone() throws Exception {
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), LOGIN, PASSWORD);
            awaitDemo(api);
            Population population = new Population(api);
            population.accounts(quick ? 10_000 : 100_000);
            population.people(quick ? 30_000 : 300_000);
            Finding finding = new Finding(api, report);
            double waited = finding.awaitIndex(quick ? 30_000 : 300_000);
            report.line(String.format(
                    Locale.ROOT, "%nIndexed for search, after the last row was imported, s: %.1f", waited));
            String cookie = signIn(suite.port());
            Load load = new Load(suite.port(), quick ? 2 : 10, quick ? 3 : 10);
            for (int clients : List.of(1, 8)) {
                Load.Figure hello = new Baselines(home).jettyHello(clients, 1, 2);
                report.table(clients + (clients == 1 ? " client" : " clients"));
                report.row("palette, as one types", load.run(clients, n -> Finding.palette(n, cookie)), hello);
            }
            finding.afterSaves();
            report.line(String.format(Locale.ROOT, "%nResident memory after the load: %.0f MiB", suite.residentMiB()));
        }
        Baselines.delete(data);
    }

    private void configuratorPage() throws Exception {
        Configurator configurator = new Configurator(report);
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, Map.of(), List.of("--demo"))) {
            Api api = new Api(suite.port(), LOGIN, PASSWORD);
            awaitDemo(api);
            configurator.clicks(suite.port(), api, signIn(suite.port()), quick ? 100 : 400);
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
        report.line("\n| start (median, min–max of " + runs + ") | seconds |");
        report.line("| --- | ---: |");
        report.line("| bare Felix + SCR + HTTP, empty cache, to first answer | " + bare + " |");
        report.line("| Weir, empty data folder, command to ready | " + Median.of(first) + " |");
        report.line("| Weir, second and later starts, command to ready | " + ready + " |");
        report.line(String.format(
                Locale.ROOT, "| Weir later starts ÷ bare Felix | %.2f |", ready.median() / bare.median()));
        report.line("| resident memory 2 s after a later start, MiB | " + Median.of(memory) + " |");
    }

    private void database(String name, Map<String, String> environment) throws Exception {
        Path data = Files.createTempDirectory("weir-bench");
        try (Suite suite = Suite.start(home, data, environment, List.of("--demo"))) {
            Api api = new Api(suite.port(), LOGIN, PASSWORD);
            awaitDemo(api);
            Population population = new Population(api);
            List<Double> rates = new ArrayList<>(population.accounts(quick ? 10_000 : 100_000));
            rates.addAll(population.people(quick ? 30_000 : 300_000));
            Median rate = Median.of(rates.stream().mapToDouble(it -> it).toArray());
            report.line(String.format(
                    Locale.ROOT,
                    "\n### %s, %,d accounts and %,d people, visibility rules on",
                    name,
                    quick ? 10_000 : 100_000,
                    quick ? 30_000 : 300_000));
            report.line("\nImport with match by key, rows per second (median, min–max of the files): " + rate);
            Finding finding = new Finding(api, report);
            report.line(String.format(
                    Locale.ROOT,
                    "%nIndexed for search, after the last row was imported, s: %.1f",
                    finding.awaitIndex(quick ? 30_000 : 300_000)));
            measure(suite, api);
            finding.afterSaves();
            report.line(String.format(Locale.ROOT, "\nResident memory after the load: %.0f MiB", suite.residentMiB()));
        }
        Baselines.delete(data);
    }

    private void measure(Suite suite, Api api) throws Exception {
        int warmUp = quick ? 2 : 5;
        int seconds = quick ? 3 : 10;
        List<String> ids = new ArrayList<>();
        JsonNode page = api.get("/api/account?limit=500&filter=country==DE");
        page.get("items").forEach(it -> ids.add(it.get("id").asText()));
        String cookie = signIn(suite.port());
        Load load = new Load(suite.port(), warmUp, seconds);
        for (int clients : List.of(1, 8)) {
            Load.Figure hello = new Baselines(home).jettyHello(clients, 1, 2);
            report.table(clients + (clients == 1 ? " client" : " clients"));
            report.row("bare Jetty hello", hello, hello);
            report.row(
                    "REST read of one",
                    load.run(clients, n -> Load.Request.get("/api/account/" + ids.get(n % ids.size()), api.headers())),
                    hello);
            report.row(
                    "REST list of 50, filtered and sorted",
                    load.run(
                            clients,
                            n -> Load.Request.get(
                                    "/api/account?limit=50&sort=name&filter=country=="
                                            + List.of("DE", "FR", "ZA").get(n % 3),
                                    api.headers())),
                    hello);
            report.row(
                    "HTML list",
                    load.run(clients, n -> Load.Request.get("/r/account?filter=country==DE", cookie)),
                    hello);
            report.row(
                    "HTML record page",
                    load.run(clients, n -> Load.Request.get("/r/account/" + ids.get(n % ids.size()), cookie)),
                    hello);
            report.row("palette, as one types", load.run(clients, n -> Finding.palette(n, cookie)), hello);
            report.row("REST create, durable, with history and event", load.run(clients, n -> create(api)), hello);
        }
    }

    private Load.Request create(Api api) {
        try {
            byte[] body =
                    Api.json(Map.of("name", "Bench " + created.incrementAndGet(), "kind", "company", "country", "SE"));
            return new Load.Request(
                    "POST", "/api/account", api.headers() + "Content-Type: application/json\r\n", body, 201);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cookie line of a signed-in browser. */
    private static String signIn(int port) throws IOException {
        try (Client client = new Client(port)) {
            Client.Answer form = client.get("/sign-in", "");
            String cookie = cookies(form);
            Matcher csrf = CSRF.matcher(form.text());
            String body = "login=" + LOGIN + "&password=" + PASSWORD + (csrf.find() ? "&_csrf=" + csrf.group(1) : "");
            Client.Answer signedIn = client.send(
                    "POST",
                    "/sign-in",
                    "Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://localhost:" + port + "\r\n"
                            + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n"),
                    body.getBytes(StandardCharsets.UTF_8));
            if (signedIn.status() != 303 && signedIn.status() != 302) {
                throw new IOException("sign-in answered " + signedIn.status() + ": " + signedIn.text());
            }
            return "Cookie: " + cookies(signedIn) + "\r\nAccept-Encoding: gzip\r\n";
        }
    }

    private static String cookies(Client.Answer answer) {
        List<String> pairs = new ArrayList<>();
        for (String line : answer.headers().getOrDefault("set-cookie", "").split("\n")) {
            if (line.contains("=")) {
                pairs.add(line.split(";", 2)[0]);
            }
        }
        return String.join("; ", pairs);
    }

    private static void awaitDemo(Api api) throws Exception {
        for (int i = 0; i < 300; i++) {
            try {
                if (!api.get("/api/touchpoint?limit=1").get("items").isEmpty()) {
                    return;
                }
            } catch (IOException e) {
                if (i == 299) {
                    throw e;
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the demo is not there after a minute");
    }
}
