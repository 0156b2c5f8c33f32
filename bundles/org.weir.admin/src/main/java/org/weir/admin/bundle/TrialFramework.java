package org.weir.admin.bundle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A second framework in which nothing is ever started: the bundles that are asked about are wired by the very resolver
 * that will wire them in earnest, and the running suite does not notice.
 */
final class TrialFramework implements AutoCloseable {
    private static final List<String> SAME = List.of(
            Constants.FRAMEWORK_SYSTEMPACKAGES,
            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
            Constants.FRAMEWORK_SYSTEMCAPABILITIES,
            Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
            Constants.FRAMEWORK_BOOTDELEGATION,
            Constants.FRAMEWORK_BSNVERSION);

    private final Path storage;
    private final Framework framework;

    /** @param real the suite's own */
    TrialFramework(BundleContext real) throws IOException, BundleException {
        storage = Files.createTempDirectory("weir-trial");
        Map<String, String> properties = new HashMap<>();
        for (String name : SAME) {
            String value = real.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        }
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put("felix.service.urlhandlers", "false");
        properties.put("felix.log.level", "0");
        ClassLoader loader = Objects.requireNonNull(
                real.getBundle(Constants.SYSTEM_BUNDLE_ID).getClass().getClassLoader());
        framework = ServiceLoader.load(FrameworkFactory.class, loader)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the framework has no factory"))
                .newFramework(properties);
        framework.init();
    }

    /** Adds a jar. @throws BundleException when it is no bundle, or its name and version are there already */
    Bundle add(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle("reference:" + jar.toUri());
    }

    /** Wires what can be wired. */
    void resolve() {
        framework
                .adapt(FrameworkWiring.class)
                .resolveBundles(List.of(framework.getBundleContext().getBundles()));
    }

    List<Bundle> bundles() {
        List<Bundle> result =
                new ArrayList<>(List.of(framework.getBundleContext().getBundles()));
        result.removeIf(it -> it.getBundleId() == Constants.SYSTEM_BUNDLE_ID);
        return result;
    }

    static boolean resolved(Bundle bundle) {
        return bundle.getState() != Bundle.INSTALLED && bundle.getState() != Bundle.UNINSTALLED;
    }

    /** The resolver's words on a bundle that it could not wire. */
    static String whyNot(Bundle bundle) {
        try {
            bundle.loadClass("org.weir.trial.Nothing");
            return "";
        } catch (ClassNotFoundException e) {
            Throwable cause = e.getCause();
            return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
        }
    }

    @Override
    public void close() throws BundleException, IOException {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(storage)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
