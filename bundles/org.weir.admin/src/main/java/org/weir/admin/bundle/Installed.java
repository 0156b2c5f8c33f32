package org.weir.admin.bundle;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The bundles that are there: those of Weir itself, and those of the deploy folder. */
final class Installed {
    private final BundleContext context;

    Installed(BundleContext context) {
        this.context = context;
    }

    List<Bundle> all() {
        List<Bundle> result = new ArrayList<>(List.of(context.getBundles()));
        result.removeIf(it -> it.getBundleId() == Constants.SYSTEM_BUNDLE_ID || it.getState() == Bundle.UNINSTALLED);
        return result;
    }

    static String name(Bundle bundle) {
        return Objects.requireNonNullElse(bundle.getSymbolicName(), bundle.getLocation());
    }

    /** Whether the bundle belongs to Weir itself. */
    boolean core(Bundle bundle) {
        String system = context.getProperty("weir.system");
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                || system == null
                || bundle.getLocation().contains(system);
    }

    /** The deployed one of this name, or else one that belongs to Weir itself. */
    Optional<Bundle> named(String name) {
        return all().stream()
                .filter(it -> name.equals(it.getSymbolicName()))
                .min((one, other) -> Boolean.compare(core(one), core(other)));
    }

    /** Where its jar lies, if it is still there. */
    static Optional<Path> file(Bundle bundle) {
        String location = bundle.getLocation();
        String uri = location.startsWith("reference:") ? location.substring("reference:".length()) : location;
        if (!uri.startsWith("file:")) {
            return Optional.empty();
        }
        Path file = Path.of(URI.create(uri.replace(" ", "%20")));
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    static String header(Bundle bundle, String name) {
        String value = bundle.getHeaders("").get(name);
        return value == null ? "" : value.split(";", 2)[0].strip();
    }

    /** The migrations of its schema that a bundle brings. */
    static List<String> migrations(Bundle bundle) {
        String schema = header(bundle, "Weir-Schema");
        var found = schema.isEmpty() ? null : bundle.findEntries("db/" + schema, "*.sql", false);
        return found == null
                ? List.of()
                : Collections.list(found).stream()
                        .map(it -> it.getPath().substring(it.getPath().lastIndexOf('/') + 1))
                        .toList();
    }
}
