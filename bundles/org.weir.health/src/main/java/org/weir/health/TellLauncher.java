package org.weir.health;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Tells the launcher, which shares no class with any bundle but those of the JDK, what is missing and what failed:
 * a supplier of {@code {missing: […], failed: […]}}.
 */
@Component(service = Supplier.class, property = "weir.readiness=true")
public final class TellLauncher implements Supplier<Map<String, List<String>>> {
    private final Readiness readiness;

    @Activate
    public TellLauncher(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.readiness = new Readiness(context, components);
    }

    @Override
    public Map<String, List<String>> get() {
        Readiness.Report report = readiness.glance();
        return Map.of("missing", report.missing(), "failed", report.failed());
    }
}
