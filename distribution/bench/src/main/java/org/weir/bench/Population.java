package org.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Fills a suite through its own import: made-up companies and people, from a fixed seed. */
final class Population {
    private static final int ROWS_PER_FILE = 50_000;
    private static final String[] COUNTRIES = {"DE", "FR", "ZA", "CN", "BR", "IN", "GB", "PL", "KE", "JP"};
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ter", "van", "do", "ris", "el", "nor", "tas", "bel", "quin", "sho", "wei", "ran", "gu"
    };

    private final Api api;
    private final Random random = new Random(7);

    Population(Api api) {
        this.api = api;
    }

    /** Rows per second of each file imported, with its upsert check. */
    List<Double> accounts(int count) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int from = 0; from < count; from += ROWS_PER_FILE) {
            StringBuilder csv = new StringBuilder("Name,Country,Grade,City,Code\n");
            int to = Math.min(count, from + ROWS_PER_FILE);
            for (int i = from; i < to; i++) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%s %06d,%s,%s,%s,%03d-%05d%n",
                        name(),
                        i,
                        COUNTRIES[random.nextInt(COUNTRIES.length)],
                        "SABC".charAt(random.nextInt(4)),
                        name(),
                        i % 1000,
                        i));
            }
            rates.add(load(
                    "account",
                    csv.toString(),
                    to - from,
                    Map.of(
                            "name", List.of(0),
                            "country", List.of(1),
                            "grade", List.of(2),
                            "city", List.of(3),
                            "codes", List.of(4)),
                    List.of("name", "country")));
        }
        return rates;
    }

    List<Double> people(int count) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int from = 0; from < count; from += ROWS_PER_FILE) {
            StringBuilder csv = new StringBuilder("Name,Email\n");
            int to = Math.min(count, from + ROWS_PER_FILE);
            for (int i = from; i < to; i++) {
                csv.append(String.format(Locale.ROOT, "%s %s,person%d@bench.example%n", name(), name(), i));
            }
            rates.add(load(
                    "person",
                    csv.toString(),
                    to - from,
                    Map.of("name", List.of(0), "email", List.of(1)),
                    List.of("email")));
        }
        return rates;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    /** Rows per second of a file imported by the product's own import. */
    double load(String type, String csv, int rows, Map<String, List<Integer>> columns, List<String> keys)
            throws Exception {
        JsonNode batch =
                api.upload("/api/" + type + "/imports?fileName=bench.csv", csv.getBytes(StandardCharsets.UTF_8));
        String path = "/api/imports/" + batch.get("id").asText();
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("columns", columns);
        mapping.put("keys", keys);
        mapping.put("createMissing", List.of());
        mapping.put("language", "en");
        api.put(path + "/mapping", mapping);
        long begun = System.nanoTime();
        api.post(path + "/run", Map.of(), 202);
        JsonNode state = api.get(path);
        while (!state.get("state").asText().equalsIgnoreCase("done")) {
            if (state.get("state").asText().equalsIgnoreCase("failed")) {
                throw new IllegalStateException("import failed: " + state.get("message"));
            }
            Thread.sleep(100);
            state = api.get(path);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        String created = state.get("counts").toString();
        if (!created.contains(String.valueOf(rows))) {
            throw new IllegalStateException("not all of " + rows + " rows were taken: " + created);
        }
        return rows / seconds;
    }
}
