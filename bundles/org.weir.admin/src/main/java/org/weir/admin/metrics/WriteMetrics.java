package org.weir.admin.metrics;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.weir.base.api.MetricSource.Metric;
import org.weir.base.api.MetricSource.Sample;

/** Writes figures in Prometheus' text format, version 0.0.4. */
final class WriteMetrics {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Appendable out;

    WriteMetrics(Appendable out) {
        this.out = out;
    }

    void all(Collection<Metric> metrics) throws IOException {
        for (Metric metric : metrics) {
            one(metric);
        }
    }

    private void one(Metric metric) throws IOException {
        line("# HELP ", metric.name(), " ", metric.help().replace("\\", "\\\\").replace("\n", "\\n"));
        line("# TYPE ", metric.name(), " ", metric.kind().name().toLowerCase(Locale.ROOT));
        for (Sample sample : metric.samples()) {
            out.append(metric.name()).append(sample.suffix());
            labels(sample.labels());
            line(" ", figure(sample.value()));
        }
    }

    private void line(String... pieces) throws IOException {
        for (String piece : pieces) {
            out.append(piece);
        }
        out.append('\n');
    }

    private void labels(Map<String, String> labels) throws IOException {
        if (labels.isEmpty()) {
            return;
        }
        String before = "{";
        for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
            out.append(before).append(label.getKey()).append("=\"");
            out.append(
                    label.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
            out.append('"');
            before = ",";
        }
        out.append('}');
    }

    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
