package org.weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A partner's bundle dropped into a running suite: from the moment it is noticed, which is when the framework makes its
 * place in the bundle cache, to the first 200 of its page; while another client reads all the time and must not notice.
 */
final class Dropping {
    private static final int TIMES = 5;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String ADMINISTRATOR = "demo-admin";
    private static final String PAGE = "/example/surveys";

    private final Populated populated;
    private final Report report;

    Dropping(Populated populated, Report report) {
        this.populated = populated;
        this.report = report;
    }

    void measure() throws Exception {
        double[] noticed = new double[TIMES];
        double[] moved = new double[TIMES];
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            Future<Long> served = elsewhere.submit(reading(over));
            for (int i = 0; i < TIMES; i++) {
                drop(i, noticed, moved);
            }
            over.set(true);
            report.singles("partner's bundle dropped into deploy, median (min–max of " + TIMES + ")");
            Median seconds = Median.of(noticed);
            report.single("from noticed to the first 200, s", seconds, Aim.atMost(0.5, "s", seconds.median()));
            report.single("from moved into the folder to the first 200, s", Median.of(moved), "");
            report.single("requests elsewhere meanwhile, none failed", served.get(), "");
        } finally {
            over.set(true);
            elsewhere.shutdown();
        }
    }

    /** Any answer but 200 ends the run. */
    private Callable<Long> reading(AtomicBoolean over) {
        return () -> {
            long served = 0;
            try (Client client = new Client(populated.suite().port())) {
                while (!over.get()) {
                    Client.Answer answer =
                            client.get("/api/account?limit=20", populated.api().headers());
                    if (answer.status() != 200) {
                        throw new IOException("elsewhere answered " + answer.status() + ": " + answer.text());
                    }
                    served++;
                }
            }
            return served;
        };
    }

    private void drop(int turn, double[] noticed, double[] moved) throws Exception {
        String cookie = Browsing.signIn(populated.suite().port(), ADMINISTRATOR, Populated.PASSWORD);
        Path deploy = Files.createDirectories(populated.data().resolve("deploy"));
        Files.deleteIfExists(deploy.resolve("example.jar")); // of a run that was broken off
        Path beside = Files.copy(built(), populated.data().resolve("example.tmp"), StandardCopyOption.REPLACE_EXISTING);
        long before = newest();
        try (Client client = new Client(populated.suite().port())) {
            await(client, cookie, 404);
            long begun = System.nanoTime();
            Path jar = Files.move(beside, deploy.resolve("example.jar"));
            while (newest() <= before) {
                patience(begun);
                Thread.sleep(1);
            }
            long seen = System.nanoTime();
            await(client, cookie, 200);
            long answered = System.nanoTime();
            noticed[turn] = (answered - seen) / 1e9;
            moved[turn] = (answered - begun) / 1e9;
            Files.delete(jar);
            await(client, cookie, 404);
        }
    }

    private static void await(Client client, String cookie, int status) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (client.get(PAGE, cookie).status() != status) {
            patience(begun);
            Thread.sleep(2);
        }
    }

    private static void patience(long begun) throws IOException {
        if (System.nanoTime() - begun > PATIENCE_NANOS) {
            throw new IOException("the bundle is not there, or not gone, after a minute");
        }
    }

    /** The highest number of a bundle in the cache of the framework; none is given twice. */
    private long newest() throws IOException {
        try (Stream<Path> all = Files.list(populated.data().resolve("data/cache"))) {
            return all.map(it -> it.getFileName().toString())
                    .filter(it -> it.matches("bundle\\d+"))
                    .mapToLong(it -> Long.parseLong(it.substring("bundle".length())))
                    .max()
                    .orElse(0);
        }
    }

    private Path built() throws IOException {
        Path folder = populated
                .home()
                .resolve("../../../../bundles/org.weir.partner.example/target")
                .normalize();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            it -> it.getFileName().toString().matches("org\\.weir\\.partner\\.example-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
