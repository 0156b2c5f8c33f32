package org.weir.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The framework and the bundles of an edition. */
final class Suite {
    /**
     * Started first, in this order: others log through, are configured by and composed by these; the database opens
     * on a thread of its own while the rest is started.
     */
    private static final List<String> FIRST = List.of(
            "org.weir.lib.logging",
            "org.apache.felix.log",
            "org.apache.felix.configadmin",
            "org.apache.felix.scr",
            "org.weir.log",
            "org.apache.felix.fileinstall",
            "org.weir.store");

    private static final String HTTP = "org.apache.felix.http.jetty12.light";

    private final Framework framework;
    private final @Nullable TrustedBundles guard;

    Suite(Map<String, String> properties) {
        this(properties, null);
    }

    /** @param guard keeps bundles out, from the first one on; null lets all in */
    Suite(Map<String, String> properties, @Nullable TrustedBundles guard) {
        this.guard = guard;
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("lib/felix.jar is missing"));
        this.framework = factory.newFramework(properties);
    }

    void start(List<Path> jars) throws BundleException {
        start(jars, bundle -> true);
    }

    /** Installs all and starts the first ones and these. */
    void startOnly(List<Path> jars, List<String> names) throws BundleException {
        start(jars, bundle -> FIRST.contains(bundle.getSymbolicName()) || names.contains(bundle.getSymbolicName()));
    }

    private void start(List<Path> jars, Predicate<Bundle> wanted) throws BundleException {
        framework.init();
        BundleContext context = framework.getBundleContext();
        if (guard != null) {
            context.registerService(ResolverHookFactory.class, guard, null);
            context.registerService(
                    Function.class, guard, FrameworkUtil.asDictionary(Map.of("weir.bundles.refused", "signature")));
        }
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : inOrder(jars)) {
            Bundle bundle = context.installBundle("reference:" + jar.toUri());
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null && wanted.test(bundle)) {
                bundle.start();
                bundles.add(bundle);
            }
        }
        framework.start();
        for (Bundle bundle : bundles) {
            if (bundle.getState() != Bundle.ACTIVE) {
                bundle.start(Bundle.START_TRANSIENT); // says why not
            }
        }
    }

    /** The framework starts bundles in the order in which they were installed; a jar is called after its bundle. */
    private static List<Path> inOrder(List<Path> jars) {
        return jars.stream().sorted(Comparator.comparingInt(Suite::turn)).toList();
    }

    private static int turn(Path jar) {
        String file = jar.getFileName().toString();
        for (int i = 0; i < FIRST.size(); i++) {
            if (file.startsWith(FIRST.get(i) + "-")) {
                return i;
            }
        }
        return FIRST.size();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Takes no new requests, lets those in flight finish, then stops the rest; all of it within the time given. */
    void stop(long seconds) throws BundleException, InterruptedException {
        BundleContext context = framework.getBundleContext();
        if (context != null) {
            for (Bundle bundle : context.getBundles()) {
                if (HTTP.equals(bundle.getSymbolicName())) {
                    bundle.stop(Bundle.STOP_TRANSIENT);
                }
            }
        }
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(seconds));
    }

    void waitUntilStopped() throws InterruptedException {
        framework.waitForStop(0);
    }
}
