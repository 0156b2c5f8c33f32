package org.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Search: what the palette answers as one types, and how long after a save its record is found. */
final class Finding {
    /** Beginnings, names, several words, numbers, addresses, a slip of the finger, Chinese. */
    private static final List<String> TYPED = List.of(
            "k",
            "ka",
            "kar",
            "karis",
            "mi",
            "miter",
            "vando",
            "ter nor",
            "quin gu",
            "belsho",
            "showeiran",
            "lomi 0",
            "000123",
            "090001",
            "123-00123",
            "person4711",
            "person4711@bench",
            "vandro",
            "river",
            "江河",
            "jhtx",
            "q-2026");

    private static final int SAVES = 40;

    private final Api api;
    private final Report report;

    Finding(Api api, Report report) {
        this.api = api;
        this.report = report;
    }

    /** Waits until everything that was imported is indexed. @return seconds waited */
    double awaitIndex(int people) throws Exception {
        long begun = System.nanoTime();
        String last = "/api/search?kind=person&q=person" + (people - 1) + "@bench.example";
        for (int i = 0; i < 3_000; i++) {
            JsonNode answer = api.get(last);
            if (answer.get("count").asInt() > 0 && answer.get("state").asText().equals("ready")) {
                return (System.nanoTime() - begun) / 1e9;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("not all is indexed after ten minutes");
    }

    static Load.Request palette(int n, String cookie) {
        return Load.Request.get("/palette?here=%2F&q=" + encoded(TYPED.get(n % TYPED.size())), cookie);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** From the answer to a save until the search finds it, one after the other. */
    void afterSaves() throws Exception {
        double[] millis = new double[SAVES];
        int atOnce = 0;
        for (int i = 0; i < SAVES; i++) {
            String name = "Fresh" + Long.toString(System.nanoTime(), 36) + "x";
            api.post("/api/account", Map.of("name", name, "kind", "company", "country", "SE"), 201);
            long begun = System.nanoTime();
            int tries = 1;
            while (api.get("/api/search?q=" + name).get("count").asInt() == 0) {
                tries++;
            }
            millis[i] = (System.nanoTime() - begun) / 1e6;
            atOnce += tries == 1 ? 1 : 0;
        }
        report.line(String.format(
                Locale.ROOT,
                "%nFrom a save's answer to the answer of a search that has it, ms (median, min–max of %d): %s; %d of them"
                        + " at the first asking",
                SAVES,
                Median.of(millis),
                atOnce));
    }
}
