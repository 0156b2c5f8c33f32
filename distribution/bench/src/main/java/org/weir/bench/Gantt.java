package org.weir.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A large plan: planning it, reading it over the API, drawing it in a browser. */
final class Gantt {
    private static final int CREWS = 40;
    private static final int STEPS = 5;
    private static final List<String> SKILLS = List.of("survey", "logistics", "civil", "installation", "commissioning");

    private final int port;
    private final Api api;
    private final Report report;

    Gantt(int port, Api api, Report report) {
        this.port = port;
        this.api = api;
        this.report = report;
    }

    void measure(int tasks, String login, String password) throws IOException {
        String project = populate(tasks);
        long began = System.nanoTime();
        plan(project);
        double planning = (System.nanoTime() - began) / 1e9;
        double[] reads = new double[11];
        long bytes = 0;
        for (int i = 0; i < reads.length; i++) {
            try (Client client = new Client(port)) {
                long asked = System.nanoTime();
                Client.Answer answer = client.get("/api/project/" + project + "/plan", api.headers());
                reads[i] = (System.nanoTime() - asked) / 1e6;
                bytes = answer.text().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        List<double[]> pages = pages(project, login, password);
        report.line(String.format(
                Locale.ROOT, "\n### Gantt: one project of %,d tasks and as many links, %d crews", tasks, CREWS));
        report.line("\n| step (median, min–max) | ms |");
        report.line("| --- | ---: |");
        report.line(String.format(
                Locale.ROOT,
                "| planned in the background together with all running projects, dates written, once | %.0f |",
                planning * 1000));
        report.line("| read the plan over the API, " + bytes / 1024 + " KiB | " + Median.of(reads) + " |");
        report.line("| page: from asking for the plan to having read it | " + column(pages, 0) + " |");
        report.line("| page: from asking for the plan to the first picture | " + column(pages, 1) + " |");
        report.line("| page: from opening it to the first picture | " + column(pages, 2) + " |");
        report.line("| page: slowest of 100 pictures while jumping down | " + column(pages, 3) + " |");
    }

    /** So many tasks are planned by a job. */
    private void plan(String project) throws IOException {
        String job = api.post("/api/project/" + project + "/actions/plan", Map.of(), 202)
                .get("job")
                .get("href")
                .asText();
        api.await(job, "done");
    }

    private static Median column(List<double[]> rows, int at) {
        return Median.of(rows.stream().mapToDouble(it -> it[at]).toArray());
    }

    /** Chains of five tasks, each task also after that of the chain before. */
    private String populate(int tasks) throws IOException {
        String account =
                api.get("/api/account?limit=1").get("items").get(0).get("id").asText();
        String me = api.get("/api/me").get("id").asText();
        List<String> crews = new ArrayList<>();
        for (int i = 0; i < CREWS; i++) {
            crews.add(create(
                    "crew",
                    Map.of("name", "Bench crew " + i, "skill", SKILLS.get(i % STEPS), "capacity", 1, "lead", me)));
        }
        String project = create("project", Map.of("title", "Bench roll-out", "account", account, "priority", 40));
        String before = "";
        for (int i = 0; i < tasks; i++) {
            int step = i % STEPS;
            String task = create(
                    "task",
                    Map.of(
                            "name",
                            "Step " + step + " of chain " + i / STEPS,
                            "project",
                            project,
                            "account",
                            account,
                            "ordinal",
                            i,
                            "halfDays",
                            1 + i % 4,
                            "skill",
                            SKILLS.get(step),
                            "crew",
                            crews.get(i / STEPS % (CREWS / STEPS) * STEPS + step)));
            if (step > 0) {
                create(
                        "task-link",
                        Map.of("project", project, "fromTask", before, "toTask", task, "kind", "fs", "lag", 0));
            }
            before = task;
        }
        return project;
    }

    private String create(String type, Map<String, ?> values) throws IOException {
        return api.post("/api/" + type, values, 201).get("id").asText();
    }

    private List<double[]> pages(String project, String login, String password) {
        List<double[]> times = new ArrayList<>();
        String chromium = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(chromium))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update")));
            for (int i = 0; i < 5; i++) {
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en"))) {
                    times.add(page(context.newPage(), project, login, password));
                }
            }
        }
        return times;
    }

    private double[] page(Page page, String project, String login, String password) {
        String root = "http://localhost:" + port;
        page.navigate(root + "/");
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
        page.waitForURL(root + "/");
        long opened = System.nanoTime();
        page.navigate(root + "/projects/" + project + "/gantt");
        page.waitForFunction("() => document.querySelector('weir-gantt')?.dataset.drawn");
        double all = (System.nanoTime() - opened) / 1e6;
        double slowest = ((Number) page.evaluate("""
                        () => {
                          const gantt = document.querySelector('weir-gantt');
                          let slowest = 0;
                          for (let i = 0; i < 100; i++) {
                            gantt.scroller.scrollTop += 1000;
                            const began = performance.now();
                            gantt.draw();
                            slowest = Math.max(slowest, performance.now() - began);
                          }
                          return slowest;
                        }
                        """)).doubleValue();
        return new double[] {said(page, "fetched"), said(page, "drawn"), all, slowest};
    }

    private static double said(Page page, String what) {
        return Double.parseDouble(
                (String) page.evaluate("it => document.querySelector('weir-gantt').dataset[it]", what));
    }
}
