package org.weir.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Open tickets whose clocks are all to be reckoned anew, because a holiday was added to their calendar. */
final class Sla {
    private static final String[] SEVERITIES = {"critical", "major", "minor", "question"};
    private static final int TIMES = 6;

    private final Api api;
    private final Report report;

    Sla(Api api, Report report) {
        this.api = api;
        this.report = report;
    }

    void measure(int tickets) throws Exception {
        String calendar = create(
                "work-calendar",
                Map.of("name", "Bench", "zone", "Europe/Berlin", "hours", "Mo-Fr 08:00-12:00,13:00-17:00"));
        String sla = create("sla", Map.of("name", "Bench SLA", "calendar", calendar));
        for (String severity : SEVERITIES) {
            create(
                    "sla-target",
                    Map.of("sla", sla, "severity", severity, "respond", 60, "restore", 480, "resolve", 960));
        }
        String account =
                api.get("/api/account?limit=1").get("items").get(0).get("name").asText();
        StringBuilder csv = new StringBuilder("title,account,severity,openedAt,sla\n");
        for (int i = 0; i < tickets; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "Bench %05d,\"%s\",%s,%s,Bench SLA%n",
                    i,
                    account,
                    SEVERITIES[i % SEVERITIES.length],
                    Instant.now().minusSeconds(600L * (i % 48))));
        }
        double rate = new Population(api)
                .load(
                        "ticket",
                        csv.toString(),
                        tickets,
                        Map.of(
                                "title", List.of(0),
                                "account", List.of(1),
                                "severity", List.of(2),
                                "openedAt", List.of(3),
                                "sla", List.of(4)),
                        List.of());
        List<String> watched = new ArrayList<>();
        for (String sort : List.of("createdAt", "-createdAt")) {
            api.get("/api/ticket?limit=5&sort=" + sort + "&filter=sla==" + sla)
                    .get("items")
                    .forEach(it -> watched.add(it.get("id").asText()));
        }
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            seconds[i] = again(calendar, watched, i % 2 == 0 ? List.of(today + ".." + today.plusDays(6)) : List.of());
        }
        report.line(String.format(Locale.ROOT, "\n### SLA: %,d open tickets", tickets));
        report.line("\n| step (median, min–max of " + TIMES + ") | |");
        report.line("| --- | ---: |");
        report.line(
                String.format(Locale.ROOT, "| tickets imported with their clocks, per second, once | %.0f |", rate));
        report.line("| holidays saved in the calendar until the due times of all tickets have moved, seconds | "
                + Median.of(seconds) + " |");
    }

    /** From saving the calendar until the first and the last tickets have other due times. */
    private double again(String calendar, List<String> watched, List<String> off) throws Exception {
        List<String> before = dues(watched);
        long began = System.nanoTime();
        api.patch("/api/work-calendar/" + calendar, Map.of("daysOff", off));
        while (true) {
            List<String> now = dues(watched);
            boolean all = true;
            for (int i = 0; i < now.size(); i++) {
                all &= !now.get(i).equals(before.get(i));
            }
            if (all) {
                return (System.nanoTime() - began) / 1e9;
            }
            Thread.sleep(20);
        }
    }

    private List<String> dues(List<String> tickets) throws IOException {
        List<String> dues = new ArrayList<>();
        for (String ticket : tickets) {
            dues.add(api.get("/api/ticket/" + ticket).path("dueResolve").asText());
        }
        return dues;
    }

    private String create(String type, Map<String, ?> values) throws IOException {
        return api.post("/api/" + type, values, 201).get("id").asText();
    }
}
