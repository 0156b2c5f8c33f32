package org.weir.admin.bundle;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;
import org.weir.log.api.BundleFailures;

/** Whether threads go on whose bundles were stopped. */
@Component
public final class LeftThreadsCheck implements HealthCheck {
    private final BundleFailures failures;

    @Activate
    public LeftThreadsCheck(@Reference BundleFailures failures) {
        this.failures = failures;
    }

    @Override
    public String name() {
        return "bundle-threads";
    }

    @Override
    public Text title() {
        return Text.of("health.bundle-threads");
    }

    @Override
    public Result check() {
        Map<String, Integer> left = failures.leftThreads();
        return left.isEmpty()
                ? Result.good(Text.of("health.bundle-threads.fine"))
                : Result.warn(Text.of(
                        "health.bundle-threads.left",
                        String.join(
                                ", ",
                                left.entrySet().stream()
                                        .map(it -> it.getKey() + " (" + it.getValue() + ")")
                                        .toList())));
    }
}
