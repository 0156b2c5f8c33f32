package org.weir.admin.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.weir.base.api.MetricSource.Kind;
import org.weir.base.api.MetricSource.Metric;
import org.weir.base.api.MetricSource.Sample;

class WriteMetricsTest {
    /** A line of the format as Prometheus describes it. */
    private static final Pattern LINE = Pattern.compile("# HELP [a-zA-Z_:][\\w:]* .+"
            + "|# TYPE [a-zA-Z_:][\\w:]* (counter|gauge|histogram)"
            + "|[a-zA-Z_:][\\w:]*(\\{[a-zA-Z_]\\w*=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\"(,[a-zA-Z_]\\w*=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\")*})?"
            + " (NaN|[+-]Inf|-?\\d+(\\.\\d+)?(E-?\\d+)?)");

    private static String written(List<Metric> metrics) throws IOException {
        StringBuilder out = new StringBuilder();
        new WriteMetrics(out).all(metrics);
        out.toString().lines().forEach(it -> assertTrue(LINE.matcher(it).matches(), it));
        assertTrue(out.toString().endsWith("\n"));
        return out.toString();
    }

    @Test
    void a_figure_stands_below_its_help_and_type() throws IOException {
        assertEquals("""
                # HELP weir_live_streams Open streams.
                # TYPE weir_live_streams gauge
                weir_live_streams 3
                """, written(List.of(Metric.gauge("weir_live_streams", "Open streams.", 3))));
    }

    @Test
    void what_has_a_meaning_in_the_format_is_escaped() throws IOException {
        Metric metric = new Metric(
                "weir_odd",
                "one\ntwo\\",
                Kind.GAUGE,
                List.of(Sample.of("name", "a\"b\\c\nd", Double.NaN), Sample.of("name", "更", Double.POSITIVE_INFINITY)));
        assertEquals("""
                # HELP weir_odd one\\ntwo\\\\
                # TYPE weir_odd gauge
                weir_odd{name="a\\"b\\\\c\\nd"} NaN
                weir_odd{name="更"} +Inf
                """, written(List.of(metric)));
    }

    @Test
    void requests_are_told_as_a_cumulative_histogram() throws IOException {
        Requests requests = new Requests();
        requests.took("GET", "/r/account/01a20219-ccf2-70c6-a2d7-2d9c62d7e119", 200, 3_000_000);
        requests.took("GET", "/r/account/01a20219-ccf2-70c6-a2d7-2d9c62d7e118", 200, 40_000_000);
        requests.took("GET", "/r/account/01a20219-ccf2-70c6-a2d7-2d9c62d7e118", 200, 20_000_000_000L);
        String text = written(List.copyOf(requests.metrics()));
        String of = "{method=\"GET\",outcome=\"2xx\",route=\"/r/account/{id}\"";
        String with = "weir_http_request_duration_seconds_bucket{le=\"%s\",method=\"GET\",outcome=\"2xx\","
                + "route=\"/r/account/{id}\"} %d";
        assertTrue(text.contains(with.formatted("0.0025", 0)), text);
        assertTrue(text.contains(with.formatted("0.005", 1)), text);
        assertTrue(text.contains(with.formatted("0.05", 2)), text);
        assertTrue(text.contains(with.formatted("10", 2)), text);
        assertTrue(text.contains(with.formatted("+Inf", 3)), text);
        assertTrue(text.contains("weir_http_request_duration_seconds_count" + of + "} 3"), text);
        assertTrue(text.contains("weir_http_request_duration_seconds_sum" + of + "} 20.043"), text);
    }

    @Test
    void whoever_makes_up_addresses_makes_no_figures() {
        Requests requests = new Requests();
        for (int i = 0; i < 5000; i++) {
            requests.took("GET", "/nothing-" + i, 404, 1);
            requests.took("GET", "/api/account-" + i, 200, 1);
        }
        long series = requests.metrics().stream()
                .flatMap(it -> it.samples().stream())
                .filter(it -> it.suffix().equals("_count"))
                .map(Sample::labels)
                .map(Map::toString)
                .distinct()
                .count();
        assertTrue(series <= 402, "series: " + series);
    }

    @Test
    void a_route_stands_for_all_its_records() {
        assertEquals("/r/account/{id}", Route.of("/r/account/01a20219-ccf2-70c6-a2d7-2d9c62d7e119"));
        assertEquals("/static", Route.of("/static/abc/weir/weir.css"));
        assertEquals("/", Route.of("/"));
        assertEquals("/a/b/c/d/e/f/…", Route.of("/a/b/c/d/e/f/g/h"));
    }
}
