package org.weir.admin.bundle;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** The set of bundles that an edition is shipped with, beside what runs. */
public final class CompareRegion {
    private final BundleContext context;
    private final Installed installed;

    CompareRegion(BundleContext context) {
        this.context = context;
        this.installed = new Installed(context);
    }

    /** One bundle in which the two differ. @param shipped and @param runs versions, empty where it is not */
    public record Difference(String name, String shipped, String runs, Kind kind) {}

    /** How. */
    public enum Kind {
        MISSING,
        STOPPED,
        EXTRA,
        OTHER_VERSION;

        public String key() {
            return "admin.region." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String tone() {
            return this == EXTRA ? "" : this == OTHER_VERSION ? "warn" : "bad";
        }
    }

    /** The edition that runs. */
    String here() {
        String region = context.getProperty("weir.region");
        return region == null ? "" : region;
    }

    /** The editions that this installation has. */
    List<String> known() throws IOException {
        try (Stream<Path> files = Files.list(system())) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith("region-") && it.endsWith(".list"))
                    .map(it -> it.substring("region-".length(), it.length() - ".list".length()))
                    .sorted()
                    .toList();
        }
    }

    private Path system() {
        String system = context.getProperty("weir.system");
        return system == null ? Path.of("system") : Path.of(URI.create(system));
    }

    /** @param region one of {@link #known}; @return by name, empty when all is as shipped */
    List<Difference> with(String region) throws IOException {
        Map<String, String> shipped = shipped(region);
        Map<String, Bundle> runs = new TreeMap<>();
        for (Bundle bundle : installed.all()) {
            runs.merge(Installed.name(bundle), bundle, (one, other) -> installed.core(one) ? other : one);
        }
        List<Difference> result = new ArrayList<>();
        shipped.forEach((name, version) -> {
            Bundle bundle = runs.remove(name);
            if (bundle == null) {
                result.add(new Difference(name, version, "", Kind.MISSING));
            } else if (!bundle.getVersion().toString().equals(version)) {
                result.add(new Difference(name, version, bundle.getVersion().toString(), Kind.OTHER_VERSION));
            } else if (bundle.getState() != Bundle.ACTIVE
                    && Installed.header(bundle, Constants.FRAGMENT_HOST).isEmpty()) {
                result.add(new Difference(name, version, bundle.getVersion().toString(), Kind.STOPPED));
            }
        });
        runs.forEach((name, bundle) ->
                result.add(new Difference(name, "", bundle.getVersion().toString(), Kind.EXTRA)));
        return result;
    }

    /** Versions by name. */
    private Map<String, String> shipped(String region) throws IOException {
        Map<String, String> result = new TreeMap<>();
        for (String line : Files.readAllLines(system().resolve("region-" + region + ".list"))) {
            if (!line.isBlank()) {
                try (JarFile jar = new JarFile(system().resolve(line.strip()).toFile())) {
                    Attributes main = jar.getManifest().getMainAttributes();
                    String name = main.getValue(Constants.BUNDLE_SYMBOLICNAME);
                    result.put(
                            name == null ? line.strip() : name.split(";", 2)[0].strip(),
                            Version.parseVersion(main.getValue(Constants.BUNDLE_VERSION))
                                    .toString());
                }
            }
        }
        return result;
    }
}
