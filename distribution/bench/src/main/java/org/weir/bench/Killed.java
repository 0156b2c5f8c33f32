package org.weir.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Kills Weir, and now and then its PostgreSQL too, again and again under load, and looks whether it kept its word. */
final class Killed {
    private static final int CLIENTS = 4;
    private static final int DATABASE_EVERY = 4;
    private static final int SHORTEST_MILLIS = 20;
    private static final int LONGEST_MILLIS = 500;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Path home;
    private final Report report;

    Killed(Path home, Report report) {
        this.home = home;
        this.report = report;
    }

    void onHsqldb(int kills) throws Exception {
        Path data = Files.createTempDirectory("weir-killed");
        Counts counts = new Counts("HSQLDB", kills);
        Writers writers = new Writers(CLIENTS);
        rounds(data, Map.of(), counts, writers, null);
        try (Inspect inspect = Inspect.hsqldb(home, data)) {
            tell(counts, writers, inspect.look(writers.acknowledged()));
        }
        Baselines.delete(data);
    }

    void onPostgres(int kills) throws Exception {
        Path data = Files.createTempDirectory("weir-killed");
        Counts counts = new Counts("PostgreSQL", kills);
        Writers writers = new Writers(CLIENTS);
        try (KilledPostgres postgres = new KilledPostgres(data.resolve("postgres"))) {
            rounds(data, postgres.environment(), counts, writers, postgres);
            try (Inspect inspect = Inspect.postgres(postgres.url())) {
                tell(counts, writers, inspect.look(writers.acknowledged()));
            }
        }
        Baselines.delete(data);
    }

    private static final class Counts {
        private final String database;
        private final int kills;
        private final double[] ready;
        private int databaseKills;

        Counts(String database, int kills) {
            this.database = database;
            this.kills = kills;
            this.ready = new double[kills];
        }
    }

    private void rounds(
            Path data,
            Map<String, String> environment,
            Counts counts,
            Writers writers,
            @Nullable KilledPostgres postgres)
            throws Exception {
        Suite suite = Suite.start(home, data, environment, List.of("--demo"));
        try {
            Populated.awaitDemo(new Api(suite.port(), Populated.LOGIN, Populated.PASSWORD));
            for (int i = 0; i < counts.kills; i++) {
                awaitAnswers(writers, suite.port());
                Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
                if (postgres != null && i % DATABASE_EVERY == DATABASE_EVERY - 1) {
                    postgres.kill();
                    counts.databaseKills++;
                    Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
                }
                suite.kill();
                if (postgres != null) {
                    postgres.startIfKilled();
                }
                suite = Suite.start(home, data, environment, List.of());
                counts.ready[i] = suite.readySeconds();
            }
            awaitAnswers(writers, suite.port());
            writers.finish();
        } finally {
            writers.giveUp();
            suite.close();
        }
    }

    /** Until every client has been answered since the start. */
    private static void awaitAnswers(Writers writers, int port) throws Exception {
        writers.to(port);
        int before = writers.acknowledged().size();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (writers.acknowledged().size() < before + CLIENTS) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no write was answered after a start; wrong: " + writers.wrong());
            }
            Thread.sleep(5);
        }
    }

    private void tell(Counts counts, Writers writers, Inspect.Found found) {
        report.line("\n### Killed " + counts.kills + " times under load, " + counts.database + "\n");
        report.line("| what | count |");
        report.line("| --- | ---: |");
        row("SIGKILL of Weir while " + CLIENTS + " clients write", counts.kills);
        row("of these with SIGKILL of all processes of the database server before", counts.databaseKills);
        row("writes acknowledged", writers.acknowledged().size());
        row("writes sent again with their Idempotency-Key because the answer was lost", writers.sentAgain());
        row("answers that should not be", writers.wrong().size());
        row("acknowledged and not found", found.missing());
        row("found twice", found.twice());
        row("found, and acknowledged to nobody", found.unknown());
        row("without exactly one entry of history", found.withoutHistory());
        row("without exactly one fact in the event log", found.withoutFact());
        row("history or facts of accounts that are not there", found.withoutRecord());
        row("event consumers beyond the end of the log", found.beyond());
        report.line(String.format(
                Locale.ROOT, "| ready again after a kill, s (median, min–max) | %s |", Median.of(counts.ready)));
        writers.wrong().stream().limit(5).forEach(it -> report.line("\nShould not be: " + it));
    }

    private void row(String what, long count) {
        report.line("| " + what + " | " + count + " |");
    }
}
