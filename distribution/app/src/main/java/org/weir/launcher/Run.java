package org.weir.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/** Runs one Weir in this process until it is told to stop. */
final class Run {
    private static final long STOP_SECONDS = 20;

    private final Home home;
    private final Options options;
    private final Map<String, String> environment;
    private final StateFile state;

    Run(Home home, Options options, Map<String, String> environment) {
        this.home = home;
        this.options = options;
        this.environment = environment;
        this.state = new StateFile(home.data());
    }

    /** Returns after an orderly stop. */
    void untilStopped() throws CannotStart, IOException, InterruptedException, BundleException {
        home.prepare();
        Ownership ownership = Ownership.of(home.data());
        try {
            state.say("starting");
            run();
        } catch (CannotStart e) {
            state.say("failed " + e.getMessage());
            throw e;
        } finally {
            ownership.release(home.data());
        }
    }

    private void run() throws CannotStart, IOException, InterruptedException, BundleException {
        Regions regions = new Regions(home);
        String region = regions.choose(options.region());
        Map<String, String> properties =
                Surroundings.of(home, region, options.demo(), home.conf() + "," + home.deploy());
        Settings settings = new Settings(environment, properties);
        Properties http = settings.read(home.conf().resolve("org.apache.felix.http.cfg"));
        String host = http.getProperty("org.apache.felix.http.host", "");
        int port = port(http.getProperty("org.osgi.service.http.port", "8080"));
        Checks.portIsFree(host, port);
        settings.read(home.conf().resolve("framework.properties"))
                .forEach((key, value) -> properties.put((String) key, (String) value));
        Surroundings.quieten();
        Path failure = home.data().resolve("start-failure");
        Files.deleteIfExists(failure);
        Suite suite = new Suite(properties, guard(properties));
        Thread stopper = new Thread(() -> stop(suite), "weir-stop");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            suite.start(regions.jars(region));
            new WaitUntilReady(suite.context(), address(host, port), failure, seconds()).await();
        } catch (CannotStart | BundleException e) {
            suite.stop(STOP_SECONDS);
            throw e;
        }
        String url = "http://" + (host.isEmpty() || host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
        state.say("ready " + url);
        System.out.println("Weir is ready at " + url);
        suite.waitUntilStopped();
    }

    /** Guards the framework against bundles nobody signed, where IT asks for it. */
    private @Nullable TrustedBundles guard(Map<String, String> properties) throws CannotStart, IOException {
        return Boolean.parseBoolean(properties.get("weir.bundles.signed"))
                ? new TrustedBundles(
                        "reference:" + home.system().toUri(),
                        TrustedBundles.certificates(home.conf().resolve("trusted")))
                : null;
    }

    private static int port(String value) throws CannotStart {
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CannotStart("\"" + value + "\" is not a port.");
    }

    private long seconds() {
        return Long.parseLong(environment.getOrDefault("WEIR_START_SECONDS", "60"));
    }

    private static InetSocketAddress address(String host, int port) throws IOException {
        boolean all = host.isEmpty() || host.equals("0.0.0.0");
        return new InetSocketAddress(all ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host), port);
    }

    private void stop(Suite suite) {
        try {
            state.say("stopping");
            suite.stop(STOP_SECONDS);
            state.say("stopped");
        } catch (IOException | BundleException e) {
            System.err.println("Weir did not stop in order: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
