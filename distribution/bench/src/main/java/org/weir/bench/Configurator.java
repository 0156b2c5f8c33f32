package org.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.CompiledModel;
import org.weir.solution.engine.Explain;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Standing;
import org.weir.solution.engine.uvl.UvlReader;

/**
 * The configurator: random sessions of up to 30 consistent choices on published models, first in the engine alone, then
 * clicks on the page of a running suite, each answered with the whole fragment.
 */
final class Configurator {
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final Pattern TYPE = Pattern.compile("name=\"type\" value=\"([^\"]+)\"");
    private static final Pattern BUTTON = Pattern.compile("value=\"(do:(?:take|leave):\\d+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final Report report;

    Configurator(Report report) {
        this.report = report;
    }

    void engine(int sessions) throws IOException {
        report.line("\n### Configurator: engine, " + sessions
                + " sessions of up to 30 random choices, after one to warm up");
        report.line("\n| model | features | read and compile ms | propagation alone p50 / p95 ms"
                + " | complete p50 / p95 ms | smallest conflict and ways out p50 / p95 ms |");
        report.line("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (String name :
                List.of("bike", "axTLS", "uClinux-base", "financialservices01", "embtoolkit", "automotive01")) {
            engine(name, Files.readString(models().resolve(name + ".uvl")), sessions);
        }
        engine("Site energy and radio", demonstration(), sessions);
    }

    private void engine(String name, String source, int sessions) {
        long began = System.nanoTime();
        CompiledModel compiled = CompiledModel.of(UvlReader.read(source));
        double compile = (System.nanoTime() - began) / 1e6;
        List<Double> glance = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        List<Double> why = new ArrayList<>();
        for (int session = 0; session <= sessions; session++) {
            if (session == 1) {
                glance.clear();
                full.clear();
                why.clear();
            }
            session(compiled, new Random(session), glance, full, why);
        }
        report.line(String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %s | %s | %s |",
                name,
                compiled.model().features().size(),
                compile,
                both(glance),
                both(full),
                both(why)));
    }

    private static void session(
            CompiledModel compiled, Random random, List<Double> glance, List<Double> full, List<Double> why) {
        List<Choice> choices = new ArrayList<>();
        Standing standing = compiled.bare();
        List<Feature> features = compiled.model().features();
        for (int step = 0; step < 30; step++) {
            Standing now = standing;
            List<Feature> open = features.stream().filter(now::open).toList();
            if (open.isEmpty()) {
                return;
            }
            Feature feature = open.get(random.nextInt(open.size()));
            choices.add(random.nextInt(3) > 0 ? Choice.take(feature) : Choice.leave(feature));
            long began = System.nanoTime();
            compiled.glance(choices);
            long glanced = System.nanoTime();
            standing =
                    compiled.standing(choices, features, standing, org.weir.solution.engine.solver.Budget.of(200_000));
            long settled = System.nanoTime();
            glance.add((glanced - began) / 1e6);
            full.add((settled - glanced) / 1e6);
            if (step % 4 == 3) {
                explain(compiled, choices, standing, random, why);
            }
        }
    }

    private static void explain(
            CompiledModel compiled, List<Choice> choices, Standing standing, Random random, List<Double> why) {
        List<Feature> barred = compiled.model().features().stream()
                .filter(it -> standing.forbidden(it) && !compiled.bare().forbidden(it))
                .filter(it -> choices.stream().noneMatch(choice -> choice.feature() == it))
                .toList();
        if (!barred.isEmpty()) {
            long began = System.nanoTime();
            new Explain(compiled).why(choices, Choice.take(barred.get(random.nextInt(barred.size()))));
            why.add((System.nanoTime() - began) / 1e6);
        }
    }

    /** @param cookie header lines of a signed-in browser who may load models and configure */
    void clicks(int port, Api api, String cookie, int clicks) throws IOException {
        report.line("\n### Configurator: " + clicks
                + " clicks on the page, one after another, each kept and answered with the fragment");
        report.line("\n| model | p50 ms | p95 ms | p99 ms | mean bytes |");
        report.line("| --- | ---: | ---: | ---: | ---: |");
        String account =
                api.get("/api/account?limit=1").get("items").get(0).get("id").asText();
        clicks(
                "financialservices01",
                Files.readString(models().resolve("financialservices01.uvl")),
                port,
                api,
                cookie,
                account,
                clicks);
        clicks("Site energy and radio", demonstration(), port, api, cookie, account, clicks);
    }

    private void clicks(String name, String source, int port, Api api, String cookie, String account, int clicks)
            throws IOException {
        JsonNode model = api.post(
                "/api/product-model/actions/load-uvl",
                Map.of("input", Map.of("name", "Bench " + name, "currency", "USD", "source", source)),
                200);
        String id = model.path("open").path("id").asText(model.path("openId").asText(""));
        if (id.isEmpty()) {
            id = api.get("/api/product-model?limit=1&filter=name==" + encoded("\"Bench " + name + "\""))
                    .get("items")
                    .get(0)
                    .get("id")
                    .asText();
        }
        JsonNode made =
                api.post("/api/configuration", Map.of("title", "Bench " + name, "account", account, "model", id), 201);
        String configuration = made.get("id").asText();
        api.post(
                "/api/configuration/" + configuration + "/actions/add-site-type",
                Map.of("name", "All", "sites", 1),
                200);
        List<Double> times = new ArrayList<>();
        long bytes = 0;
        Random random = new Random(7);
        String path = "/configurations/" + configuration + "/configure";
        try (Client client = new Client(port)) {
            String html = client.get(path, cookie.replaceFirst("Accept-Encoding: gzip\r\n", ""))
                    .text();
            String csrf = first(CSRF, html);
            for (int click = -20; click < clicks; click++) {
                String act = click % 25 == 24 ? "undo" : button(html, random);
                String body = "_csrf=" + encoded(csrf) + "&revision=" + first(REVISION, html) + "&type="
                        + first(TYPE, html) + "&at=0&act=" + encoded(act);
                String headers = cookie.replaceFirst("Accept-Encoding: gzip\r\n", "")
                        + "HX-Request: true\r\nX-CSRF-Token: " + csrf
                        + "\r\nOrigin: http://localhost:" + port
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
                long began = System.nanoTime();
                Client.Answer answer = client.send("POST", path, headers, body.getBytes(StandardCharsets.UTF_8));
                double millis = (System.nanoTime() - began) / 1e6;
                if (answer.status() != 200) {
                    throw new IOException(act + " answered " + answer.status() + ": " + answer.text());
                }
                html = answer.text();
                if (click >= 0) {
                    times.add(millis);
                    bytes += answer.body().length;
                }
            }
        }
        double[] sorted = sorted(times);
        report.line(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %d |",
                name,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                bytes / clicks));
    }

    private static String button(String html, Random random) {
        List<String> buttons =
                BUTTON.matcher(html).results().map(it -> it.group(1)).toList();
        return buttons.get(random.nextInt(buttons.size()));
    }

    private static String first(Pattern pattern, String html) throws IOException {
        Matcher matcher = pattern.matcher(html);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + html.substring(0, Math.min(2000, html.length())));
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String demonstration() throws IOException {
        try (var in = CompiledModel.class.getResourceAsStream("/models/site-energy-and-radio.uvl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path models() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data/models/uvl");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IllegalStateException("shared/data/models/uvl is not beside or above the project");
    }

    private static String both(List<Double> times) {
        double[] sorted = sorted(times);
        return sorted.length == 0 ? "–" : String.format(Locale.ROOT, "%.2f / %.2f", at(sorted, 0.5), at(sorted, 0.95));
    }

    private static double[] sorted(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(it -> it).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
