package org.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static final String[] KINDS = {
        "call", "mail", "visit", "meeting", "technical-exchange", "exhibition", "executive-visit", "reception"
    };
    private static final int FIVE_YEARS_IN_MINUTES = 5 * 365 * 24 * 60;

    private final Api api;
    private final Random random = new Random(7);

    Population(Api api) {
        this.api = api;
    }

    /** Rows per second of each file imported, with its upsert check. */
    double[] accounts(int count) throws Exception {
        List<Loaded> files = new ArrayList<>();
        for (int from = 0; from < count; from += ROWS_PER_FILE) {
            files.add(accountsOnce(from, Math.min(count - from, ROWS_PER_FILE)));
        }
        return rates(files);
    }

    /** One file of companies. */
    Loaded accountsOnce(int from, int rows) throws Exception {
        StringBuilder csv = new StringBuilder("Name,Country,Grade,City,Code\n");
        for (int i = from; i < from + rows; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s %06d,%s,%s,%s,%s%n",
                    name(),
                    i,
                    COUNTRIES[random.nextInt(COUNTRIES.length)],
                    "SABC".charAt(random.nextInt(4)),
                    name(),
                    code(i)));
        }
        return loaded(
                "account",
                csv.toString(),
                rows,
                Map.of(
                        "name", List.of(0),
                        "country", List.of(1),
                        "grade", List.of(2),
                        "city", List.of(3),
                        "codes", List.of(4)),
                List.of("name", "country"));
    }

    private static String code(int account) {
        return String.format(Locale.ROOT, "%03d-%05d", account % 1000, account);
    }

    /** Contacts with the companies, at any time of the last five years; the account is named by its code. */
    double[] touchpoints(int count, int accounts) throws Exception {
        List<Loaded> files = new ArrayList<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (int from = 0; from < count; from += ROWS_PER_FILE) {
            int to = Math.min(count, from + ROWS_PER_FILE);
            StringBuilder csv = new StringBuilder("Subject,Account,Kind,When,Minutes\n");
            for (int i = from; i < to; i++) {
                csv.append(name())
                        .append(' ')
                        .append(i)
                        .append(',')
                        .append(code(random.nextInt(accounts)))
                        .append(',')
                        .append(KINDS[random.nextInt(KINDS.length)])
                        .append(',')
                        .append(now.minus(random.nextInt(FIVE_YEARS_IN_MINUTES), ChronoUnit.MINUTES))
                        .append(',')
                        .append(15 * (1 + random.nextInt(8)))
                        .append('\n');
            }
            files.add(loaded(
                    "touchpoint",
                    csv.toString(),
                    to - from,
                    Map.of(
                            "subject", List.of(0),
                            "account", List.of(1),
                            "kind", List.of(2),
                            "heldAt", List.of(3),
                            "minutes", List.of(4)),
                    List.of()));
        }
        return rates(files);
    }

    private static double[] rates(List<Loaded> files) {
        return files.stream().mapToDouble(Loaded::rate).toArray();
    }

    double[] people(int count) throws Exception {
        List<Loaded> rates = new ArrayList<>();
        for (int from = 0; from < count; from += ROWS_PER_FILE) {
            StringBuilder csv = new StringBuilder("Name,Email\n");
            int to = Math.min(count, from + ROWS_PER_FILE);
            for (int i = from; i < to; i++) {
                csv.append(String.format(Locale.ROOT, "%s %s,person%d@bench.example%n", name(), name(), i));
            }
            rates.add(loaded(
                    "person",
                    csv.toString(),
                    to - from,
                    Map.of("name", List.of(0), "email", List.of(1)),
                    List.of("email")));
        }
        return rates(rates);
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
        return loaded(type, csv, rows, columns, keys).rate();
    }

    /** A file that was imported. */
    record Loaded(String batch, int rows, double seconds) {
        double rate() {
            return rows / seconds;
        }
    }

    private Loaded loaded(String type, String csv, int rows, Map<String, List<Integer>> columns, List<String> keys)
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
        double seconds = await(path, "run", "done");
        String created = api.get(path).get("counts").toString();
        if (!created.contains(String.valueOf(rows))) {
            throw new IllegalStateException("not all of " + rows + " rows were taken: " + created);
        }
        return new Loaded(batch.get("id").asText(), rows, seconds);
    }

    /** Takes an import back. @return seconds */
    double undo(String batch) throws Exception {
        return await("/api/imports/" + batch, "undo", "undone");
    }

    private double await(String path, String verb, String end) throws Exception {
        long begun = System.nanoTime();
        api.post(path + "/" + verb, Map.of(), 202);
        api.await(path, end);
        return (System.nanoTime() - begun) / 1e9;
    }
}
