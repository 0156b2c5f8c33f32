package org.weir.admin.bundle;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;

/** Whether every bundle runs with all its parts. */
@Component
public final class BundlesCheck implements HealthCheck {
    private final DeployComponent bundles;

    @Activate
    public BundlesCheck(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    @Override
    public String name() {
        return "bundles";
    }

    @Override
    public Text title() {
        return Text.of("admin.bundles");
    }

    @Override
    public Result check() {
        List<BundleLine> trouble =
                bundles.find().all(true).stream().filter(BundleLine::trouble).toList();
        return trouble.isEmpty()
                ? Result.good(Text.of("health.bundles.fine"))
                : Result.warn(Text.of(
                        "health.bundles.trouble",
                        String.join(", ", trouble.stream().map(BundleLine::name).toList())));
    }
}
