package org.weir.admin.check;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;

/** Whether Java has memory left after what it could clear away. */
@Component
public final class MemoryCheck implements HealthCheck {
    private static final long MEGABYTE = 1024 * 1024;
    private static final int MUCH_PERCENT = 90;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Text title() {
        return Text.of("health.memory");
    }

    @Override
    public Result check() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long percent = 100 * heap.getUsed() / heap.getMax();
        Text words = Text.of("health.memory.used", heap.getUsed() / MEGABYTE, heap.getMax() / MEGABYTE);
        return percent > MUCH_PERCENT ? Result.warn(words) : Result.good(words);
    }
}
