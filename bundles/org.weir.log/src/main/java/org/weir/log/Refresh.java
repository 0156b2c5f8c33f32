package org.weir.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires anew who used a bundle that changed or went. */
final class Refresh {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    private final BundleContext context;
    private final Duration limit;

    Refresh(BundleContext context, Duration limit) {
        this.context = context;
        this.limit = limit;
    }

    /**
     * @param stop stops the deployed ones among those that use it, because the framework's own thread would wait for
     *     them without end; whoever looks after them starts them again
     */
    void of(Bundle changed, Consumer<Bundle> stop) {
        all(List.of(changed), stop);
    }

    /** A fragment is seen when its host is wired anew; the hosts of Weir itself are left as they are. */
    void host(Bundle fragment, Consumer<Bundle> stop) {
        String host = fragment.getHeaders("")
                .get(Constants.FRAGMENT_HOST)
                .split(";", 2)[0]
                .strip();
        List<Bundle> hosts = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (host.equals(bundle.getSymbolicName()) && deployed(bundle) && fragment.getState() == Bundle.INSTALLED) {
                hosts.add(bundle);
            }
        }
        if (!hosts.isEmpty()) {
            hosts.add(fragment);
            all(hosts, stop);
        }
    }

    private boolean deployed(Bundle bundle) {
        String system = context.getProperty("weir.system");
        return system != null
                && bundle.getBundleId() != 0
                && !bundle.getLocation().contains(system);
    }

    private void all(List<Bundle> changed, Consumer<Bundle> stop) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        for (Bundle user : wiring.getDependencyClosure(changed)) {
            if (user.getState() == Bundle.ACTIVE && deployed(user)) {
                stop.accept(user);
            }
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(changed, event -> done.countDown());
        try {
            if (!done.await(limit.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{}: those that used it were not wired anew within {} seconds", changed, limit.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
