package org.weir.base.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Gives figures to {@code /metrics}; a whiteboard service, read whenever somebody asks there. */
@ConsumerType
public interface MetricSource {
    /** As they are now; quick. A source that throws is left out of the answer and counted. */
    Collection<Metric> metrics();

    enum Kind {
        /** Only goes up; its name ends in {@code _total}. */
        COUNTER,
        GAUGE,
        /** Samples with the suffixes {@code _bucket} (label {@code le}, cumulative), {@code _sum} and {@code _count}. */
        HISTOGRAM
    }

    /**
     * @param name after Prometheus' rules: {@code weir_jobs}, unit at the end ({@code _seconds, _bytes})
     * @param help one line in English
     */
    record Metric(String name, String help, Kind kind, List<Sample> samples) {
        /** A single figure without labels. */
        public static Metric gauge(String name, String help, double value) {
            return new Metric(name, help, Kind.GAUGE, List.of(new Sample("", Map.of(), value)));
        }

        /** A single figure without labels that only goes up. */
        public static Metric counter(String name, String help, double value) {
            return new Metric(name, help, Kind.COUNTER, List.of(new Sample("", Map.of(), value)));
        }
    }

    /** @param suffix of the metric's name; empty but for histograms */
    record Sample(String suffix, Map<String, String> labels, double value) {
        public static Sample of(String label, String of, double value) {
            return new Sample("", Map.of(label, of), value);
        }
    }
}
