package org.weir.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An installation with the demo and the made-up data, on one of the databases; all figures of that database are taken on
 * it. With {@code WEIR_BENCH_KEEP} naming a folder it stays there and the next run goes on with it.
 */
final class Populated implements AutoCloseable {
    static final String LOGIN = "anna";
    static final String PASSWORD = "channel-deep-dam-low";

    /** How much of each is made up. */
    record Size(int accounts, int people, int touchpoints) {
        static final Size WHOLE = new Size(100_000, 300_000, 1_000_000);
        static final Size QUICK = new Size(10_000, 30_000, 100_000);
        static final Size TINY = new Size(1_000, 1_000, 5_000);

        int rows() {
            return accounts + people + touchpoints;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%,d accounts, %,d people and %,d touchpoints", accounts, people, touchpoints);
        }
    }

    private final Path home;
    private final Path folder;
    private final boolean kept;
    private final @Nullable EmbeddedPostgres postgres;
    private final Size size;
    private @Nullable Suite suite;

    private Populated(Path home, Path folder, boolean kept, @Nullable EmbeddedPostgres postgres, Size size) {
        this.home = home;
        this.folder = folder;
        this.kept = kept;
        this.postgres = postgres;
        this.size = size;
    }

    /** @param database {@code HSQLDB} or {@code PostgreSQL} */
    static Populated on(String database, Path home, Size size) throws IOException {
        String keep = System.getenv("WEIR_BENCH_KEEP");
        Path folder = keep == null
                ? Files.createTempDirectory("weir-bench")
                : Path.of(keep).toAbsolutePath().resolve(database + "-" + size.touchpoints());
        Files.createDirectories(folder);
        EmbeddedPostgres postgres = database.equals("HSQLDB")
                ? null
                : EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        .start();
        return new Populated(home, folder, keep != null, postgres, size);
    }

    /** Starts it, and fills it unless it was filled before; then starts it again, as one finds it in the morning. */
    void prepare(Report report) throws Exception {
        Path filled = folder.resolve("filled");
        if (Files.exists(filled)) {
            report.line("\nFilled by an earlier run.");
        } else {
            start();
            awaitDemo(api());
            fill(report);
            stop();
            Files.writeString(filled, size.toString());
        }
        start();
    }

    private void fill(Report report) throws Exception {
        long begun = System.nanoTime();
        Population population = new Population(api());
        report.singles("filling, through the product's own import, files of 50,000 rows");
        rate(report, "accounts, matched by name and country, rows per second", population.accounts(size.accounts()));
        rate(report, "people, matched by e-mail address, rows per second", population.people(size.people()));
        rate(report, "touchpoints, rows per second", population.touchpoints(size.touchpoints(), size.accounts()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        double aim = 360.0 * size.rows() / Size.WHOLE.rows();
        report.single("all of it, s", String.format(Locale.ROOT, "%.0f", seconds), Aim.atMost(aim, "s", seconds));
        double waited = new Finding(api(), report).awaitIndex(size.people());
        report.single("indexed for search after the last row, s", String.format(Locale.ROOT, "%.1f", waited), "");
    }

    private static void rate(Report report, String what, double[] rates) {
        report.single(what + " (median, min–max of the files)", Median.of(rates), "");
    }

    Suite suite() {
        if (suite == null) {
            throw new IllegalStateException("not started");
        }
        return suite;
    }

    Api api() {
        return new Api(suite().port(), LOGIN, PASSWORD);
    }

    /** The header lines of a signed-in browser. */
    String browser() throws IOException {
        return Browsing.signIn(suite().port(), LOGIN, PASSWORD);
    }

    Size size() {
        return size;
    }

    Path home() {
        return home;
    }

    Path data() {
        return folder.resolve("weir");
    }

    private void start() throws Exception {
        Map<String, String> environment = postgres == null
                ? Map.of()
                : Map.of(
                        "WEIR_DB_URL",
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                        "WEIR_DB_USER",
                        "postgres",
                        "WEIR_DB_PASSWORD",
                        "postgres");
        suite = Suite.start(home, data(), environment, List.of("--demo"));
    }

    private void stop() {
        suite().close();
        suite = null;
    }

    static void awaitDemo(Api api) throws Exception {
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

    @Override
    public void close() throws IOException {
        if (suite != null) {
            suite.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (!kept) {
            Baselines.delete(folder);
        }
    }
}
