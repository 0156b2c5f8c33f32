package org.weir.rest.admin;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.weir.log.api.BundleFailures;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** The bundles that are installed, their state, and why something is not there. */
public final class BundleResource {
    private final Supplier<Bundle[]> bundles;
    private final BundleFailures failures;

    public BundleResource(Supplier<Bundle[]> bundles, BundleFailures failures) {
        this.bundles = bundles;
        this.failures = failures;
    }

    public List<Route> routes() {
        return List.of(Route.of("GET", "/admin/bundles", "listBundles", this::list)
                .needs(UserResource.ADMINISTER)
                .gives(200, new Shape.Of(Installed.class)));
    }

    /** @param state {@code installed, resolved, starting, active, stopping} or {@code uninstalled} */
    record Module(long id, String name, String version, String state, Instant changedAt) {}

    /** Why something is not there; {@code file} is empty for what Weir itself brings. */
    record Failure(String subject, String version, String file, Instant at, String reason) {}

    record Installed(List<Module> items, List<Failure> failures) {}

    private Answer list(Call call) {
        List<Module> modules = Arrays.stream(bundles.get())
                .map(it -> new Module(
                        it.getBundleId(),
                        it.getSymbolicName() == null ? it.getLocation() : it.getSymbolicName(),
                        it.getVersion().toString(),
                        state(it),
                        Instant.ofEpochMilli(it.getLastModified())))
                .sorted(Comparator.comparing(Module::name))
                .toList();
        List<Failure> standing = failures.standing().stream()
                .map(it -> new Failure(it.subject(), it.version(), it.file(), it.at(), it.reason()))
                .toList();
        return call.answer(new Installed(modules, standing));
    }

    private static String state(Bundle bundle) {
        String state =
                switch (bundle.getState()) {
                    case Bundle.INSTALLED -> "INSTALLED";
                    case Bundle.RESOLVED -> "RESOLVED";
                    case Bundle.STARTING -> "STARTING";
                    case Bundle.ACTIVE -> "ACTIVE";
                    case Bundle.STOPPING -> "STOPPING";
                    default -> "UNINSTALLED";
                };
        return state.toLowerCase(Locale.ROOT);
    }
}
