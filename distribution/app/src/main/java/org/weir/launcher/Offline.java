package org.weir.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Starts the database and what reads and writes archives, nothing else, to do one thing with a Weir that does not run. */
final class Offline {
    private static final long STOP_SECONDS = 60;
    private static final long STEP_MILLIS = 20;
    /** What is started besides the first ones; what these need is found. */
    private static final List<String> NEEDED = List.of("org.weir.base", "org.weir.store", "org.weir.operations");

    private final Home home;
    private final Map<String, String> environment;

    Offline(Home home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** @return the code that the work ended with */
    int call(Optional<String> region, List<String> words)
            throws CannotStart, IOException, InterruptedException, BundleException {
        home.prepare();
        Ownership ownership = Ownership.of(home.data());
        try {
            return run(region, words);
        } finally {
            ownership.release(home.data());
        }
    }

    private int run(Optional<String> region, List<String> words)
            throws CannotStart, IOException, InterruptedException, BundleException {
        Regions regions = new Regions(home);
        String chosen = regions.choose(region);
        Map<String, String> properties =
                Surroundings.of(home, chosen, false, home.conf().toString());
        new Settings(environment, properties)
                .read(home.conf().resolve("framework.properties"))
                .forEach((key, value) -> properties.put((String) key, (String) value));
        properties.put("weir.offline", "true");
        Surroundings.quieten();
        Path failure = home.data().resolve("start-failure");
        Files.deleteIfExists(failure);
        Suite suite = new Suite(properties);
        try {
            suite.startOnly(regions.jars(chosen), NEEDED);
            return work(suite, failure).apply(new ArrayList<>(words), System.out);
        } finally {
            suite.stop(STOP_SECONDS);
        }
    }

    @SuppressWarnings("unchecked")
    private BiFunction<List<String>, PrintStream, Integer> work(Suite suite, Path failure)
            throws CannotStart, IOException, InterruptedException {
        long seconds = Long.parseLong(environment.getOrDefault("WEIR_START_SECONDS", "60"));
        for (long waited = 0; waited < seconds * 1000; waited += STEP_MILLIS) {
            if (Files.exists(failure) && Files.size(failure) > 0) {
                throw new CannotStart(Files.readString(failure).strip());
            }
            try {
                for (ServiceReference<?> found :
                        suite.context().getServiceReferences(BiFunction.class, "(weir.offline=true)")) {
                    if (suite.context().getService(found) instanceof BiFunction<?, ?, ?> function) {
                        return (BiFunction<List<String>, PrintStream, Integer>) function;
                    }
                }
            } catch (InvalidSyntaxException e) {
                throw new IllegalStateException(e);
            }
            Thread.sleep(STEP_MILLIS);
        }
        throw new CannotStart("The database was not open within " + seconds + " seconds; the log says why.");
    }
}
