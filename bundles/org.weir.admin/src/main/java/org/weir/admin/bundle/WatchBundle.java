package org.weir.admin.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.weir.base.api.Text;
import org.weir.log.api.BundleFailures;
import org.weir.log.api.BundleFailures.Failure;

/** Waits until a bundle that has just come works, or until it is clear that it does not. */
final class WatchBundle {
    private static final long STEP_MILLIS = 50;
    /** The watcher of the folder may try a bundle again at once; this long a failure must stand. */
    private static final long STANDS_MILLIS = 700;

    private final Installed installed;
    private final FindBundles find;
    private final BundleFailures failures;

    WatchBundle(Installed installed, FindBundles find, BundleFailures failures) {
        this.installed = installed;
        this.find = find;
        this.failures = failures;
    }

    /** Those that run, by id, to be compared with later. */
    Set<Long> running() {
        Set<Long> result = new HashSet<>();
        for (Bundle bundle : installed.all()) {
            if (bundle.getState() == Bundle.ACTIVE) {
                result.add(bundle.getBundleId());
            }
        }
        return result;
    }

    /**
     * Waits for the version, changed at {@code since} or later, to be active with all its parts, and for all that ran
     * before to run again.
     *
     * @return why it does not work; empty when it does
     */
    Optional<Reason> works(String name, String version, long since, Set<Long> before, int seconds)
            throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Optional<Reason> last = Optional.of(new Reason(Text.of("admin.watch.not-seen", name), ""));
        long failedAt = 0;
        while (System.nanoTime() < end) {
            Optional<Failure> failure = failures.standing().stream()
                    .filter(it -> it.subject().equals(name) && it.at().toEpochMilli() >= since)
                    .findFirst();
            last = failure.isPresent()
                    ? failure.map(it -> find.reason(it.reason()))
                    : look(name, version, since).or(() -> fell(name, before));
            if (last.isEmpty()) {
                return last;
            }
            if (failure.isEmpty()) {
                failedAt = 0;
            } else if (failedAt == 0) {
                failedAt = System.currentTimeMillis();
            } else if (System.currentTimeMillis() - failedAt > STANDS_MILLIS) {
                return last;
            }
            Thread.sleep(STEP_MILLIS);
        }
        return last;
    }

    /** Waits until no deployed bundle of the name is there. @return why it did not go; empty when it did */
    Optional<Reason> gone(String name, int seconds) throws InterruptedException {
        for (long left = seconds * 1000L; left > 0; left -= STEP_MILLIS) {
            if (installed.named(name).filter(it -> !installed.core(it)).isEmpty()) {
                return Optional.empty();
            }
            Thread.sleep(STEP_MILLIS);
        }
        return Optional.of(new Reason(Text.of("admin.watch.stays", name), ""));
    }

    private Optional<Reason> look(String name, String version, long since) {
        Bundle bundle = installed.named(name).filter(it -> !installed.core(it)).orElse(null);
        if (bundle == null || !bundle.getVersion().toString().equals(version) || bundle.getLastModified() < since) {
            return Optional.of(new Reason(Text.of("admin.watch.not-seen", name), ""));
        }
        if (!active(bundle)) {
            return Optional.of(new Reason(
                    Text.of(bundle.getState() == Bundle.STARTING ? "admin.watch.hangs" : "admin.watch.stopped", name),
                    ""));
        }
        List<Reason> waits = find.waits(bundle);
        return waits.isEmpty() ? probe(bundle) : Optional.of(waits.get(0));
    }

    private static boolean active(Bundle bundle) {
        boolean fragment = !Installed.header(bundle, Constants.FRAGMENT_HOST).isEmpty();
        boolean lazy =
                Installed.header(bundle, Constants.BUNDLE_ACTIVATIONPOLICY).equals(Constants.ACTIVATION_LAZY);
        return bundle.getState() == Bundle.ACTIVE
                || (fragment && bundle.getState() == Bundle.RESOLVED)
                || (lazy && bundle.getState() == Bundle.STARTING);
    }

    /** A part that is made when first needed may turn out to be impossible to make: need each once. */
    private Optional<Reason> probe(Bundle bundle) {
        ServiceReference<?>[] offered = bundle.getRegisteredServices();
        if (offered == null) {
            return Optional.empty();
        }
        for (ServiceReference<?> one : offered) {
            if (one.getProperty("component.name") != null && !find.made(one)) {
                Optional<Reason> why = find.waits(bundle).stream().findFirst();
                return why.isPresent()
                        ? why
                        : Optional.of(new Reason(
                                Text.of("admin.watch.not-made", String.valueOf(one.getProperty("component.name"))),
                                ""));
            }
        }
        return Optional.empty();
    }

    private Optional<Reason> fell(String name, Set<Long> before) {
        for (Bundle bundle : installed.all()) {
            if (before.contains(bundle.getBundleId())
                    && bundle.getState() != Bundle.ACTIVE
                    && !name.equals(bundle.getSymbolicName())) {
                return Optional.of(new Reason(Text.of("admin.watch.fell", Installed.name(bundle)), ""));
            }
        }
        return Optional.empty();
    }
}
