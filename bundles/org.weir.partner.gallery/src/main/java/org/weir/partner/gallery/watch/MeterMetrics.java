package org.weir.partner.gallery.watch;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.MetricSource;
import org.weir.store.api.Database;

/** Figures at {@code /metrics}. */
@Component
public final class MeterMetrics implements MetricSource {
    private final MeterCounts counts;

    @Activate
    public MeterMetrics(@Reference(target = "(schema=gallery)") Database database) {
        this.counts = new MeterCounts(database);
    }

    @Override
    public Collection<Metric> metrics() {
        return List.of(
                Metric.gauge("gallery_meters", "Energy meters.", counts.all()),
                Metric.gauge("gallery_meters_overdue", "Energy meters that wait for a reading.", counts.overdue()));
    }
}
