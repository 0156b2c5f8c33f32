package org.weir.bench;

import java.util.List;
import java.util.Locale;

/** Eight times as many clients as saturate it: all are served, late, or told to come back; nothing breaks. */
final class Overload {
    private static final int SATURATING = 8;
    private static final int TIMES = 8;

    private final Populated populated;
    private final Report report;
    private final boolean quick;

    Overload(Populated populated, Report report, boolean quick) {
        this.populated = populated;
        this.report = report;
        this.quick = quick;
    }

    void measure() throws Exception {
        String headers = populated.api().headers();
        String cookie = populated.browser();
        List<Load.Request> mix = List.of(
                Load.Request.get("/api/account?limit=50&sort=name&filter=country==DE", headers),
                Load.Request.get("/api/touchpoint?limit=50&sort=-heldAt&filter=kind==visit", headers),
                Load.Request.get("/r/account?filter=country==DE", cookie),
                Load.Request.get("/api/touchpoint?limit=1", headers),
                Load.Request.get("/", cookie));
        Load load = new Load(populated.suite().port(), quick ? 3 : 5, quick ? 5 : 15).refusable();
        Load.Figure full = load.run(SATURATING, n -> mix.get(n % mix.size()));
        Load.Figure over = load.run(SATURATING * TIMES, n -> mix.get(n % mix.size()));
        report.singles("eight times overload: lists, one record, home page, in turn");
        say(SATURATING, full, "");
        say(
                SATURATING * TIMES,
                over,
                Aim.atMost(10, "× p50 for p99", over.p99() / over.p50()) + "; no 5xx but a deliberate 503 met");
        report.single("REST read of one right after, status", after(headers), "200");
    }

    private void say(int clients, Load.Figure figure, String aim) {
        report.single(
                clients + " clients: served per second; p50, p99 ms; p99 ÷ p50; refused with 503",
                String.format(
                        Locale.ROOT,
                        "%.0f; %.1f, %.1f; %.1f; %d",
                        figure.perSecond(),
                        figure.p50(),
                        figure.p99(),
                        figure.p99() / figure.p50(),
                        figure.refused()),
                aim);
    }

    private int after(String headers) throws Exception {
        try (Client client = new Client(populated.suite().port())) {
            return client.get("/api/account?limit=1", headers).status();
        }
    }
}
