package org.weir.store;

import java.util.Collection;
import java.util.List;
import org.weir.base.api.MetricSource;
import org.weir.store.connection.Pool;
import org.weir.store.embed.Store;

/** How the connections to the database are used. */
final class PoolMetrics implements MetricSource {
    private final Store store;

    PoolMetrics(Store store) {
        this.store = store;
    }

    @Override
    public Collection<Metric> metrics() {
        Pool.Usage usage = store.usage();
        return List.of(
                new Metric(
                        "weir_database_connections",
                        "Connections to the database by state.",
                        Kind.GAUGE,
                        List.of(
                                Sample.of("state", "active", usage.active()),
                                Sample.of("state", "idle", usage.idle()))),
                Metric.gauge("weir_database_connections_max", "The most connections there may be.", usage.most()),
                Metric.gauge(
                        "weir_database_waiting_threads",
                        "Threads that wait for a connection to the database.",
                        usage.waiting()));
    }
}
