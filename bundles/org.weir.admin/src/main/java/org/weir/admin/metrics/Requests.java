package org.weir.admin.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.weir.base.api.MetricSource.Kind;
import org.weir.base.api.MetricSource.Metric;
import org.weir.base.api.MetricSource.Sample;

/** Counts requests and how long they took, by route, method and outcome. */
final class Requests {
    /** Upper bounds in seconds. */
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    /** Beyond so many, further routes are counted together. */
    private static final int MOST = 400;

    private final Map<Key, Figures> figures = new ConcurrentHashMap<>();
    private final AtomicLong streams = new AtomicLong();
    private final AtomicLong open = new AtomicLong();

    /** @param outcome the hundreds of the status: {@code 2xx} */
    private record Key(String method, String route, String outcome) {}

    private static final class Figures {
        final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        final LongAdder nanos = new LongAdder();

        Figures() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void took(long time) {
            double seconds = time / 1e9;
            int i = 0;
            while (i < BOUNDS.length && seconds > BOUNDS[i]) {
                i++;
            }
            buckets[i].increment();
            nanos.add(time);
        }
    }

    void began() {
        open.incrementAndGet();
    }

    void ended() {
        open.decrementAndGet();
    }

    void streamBegan() {
        streams.incrementAndGet();
    }

    void streamEnded() {
        streams.decrementAndGet();
    }

    /** What nobody knows (404) is one route, whatever was asked for. */
    void took(String method, String path, int status, long nanos) {
        String route = status == 404 ? "unknown" : Route.of(path);
        Key key = new Key(method, route, status / 100 + "xx");
        Figures found = figures.get(key);
        if (found == null) {
            Key kept = figures.size() < MOST ? key : new Key(method, "other", key.outcome());
            found = figures.computeIfAbsent(kept, it -> new Figures());
        }
        found.took(nanos);
    }

    Collection<Metric> metrics() {
        List<Sample> samples = new ArrayList<>();
        figures.forEach((key, of) -> samples(key, of, samples));
        return List.of(
                new Metric(
                        "weir_http_request_duration_seconds",
                        "Time to answer requests, live streams left out.",
                        Kind.HISTOGRAM,
                        samples),
                Metric.gauge("weir_http_requests_open", "Requests being answered.", open.get()),
                Metric.gauge("weir_live_streams", "Open streams of live updates (SSE).", streams.get()));
    }

    private static void samples(Key key, Figures of, List<Sample> samples) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("method", key.method());
        labels.put("route", key.route());
        labels.put("outcome", key.outcome());
        long count = 0;
        for (int i = 0; i < of.buckets.length; i++) {
            count += of.buckets[i].sum();
            Map<String, String> within = new LinkedHashMap<>(labels);
            within.put("le", i < BOUNDS.length ? WriteMetrics.figure(BOUNDS[i]) : "+Inf");
            samples.add(new Sample("_bucket", within, count));
        }
        samples.add(new Sample("_sum", labels, of.nanos.sum() / 1e9));
        samples.add(new Sample("_count", labels, count));
    }
}
