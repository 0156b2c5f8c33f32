package org.weir.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One kind of request after the other, by one client and by eight. */
final class Requests {
    private static final String NEWEST_VISITS = "/api/touchpoint?limit=50&sort=-heldAt&filter=kind==";
    private static final List<String> KINDS = List.of("visit", "meeting", "call");

    private final Populated populated;
    private final Report report;
    private final boolean quick;
    private final AtomicInteger created = new AtomicInteger();

    Requests(Populated populated, Report report, boolean quick) {
        this.populated = populated;
        this.report = report;
        this.quick = quick;
    }

    void measure() throws Exception {
        Load load = new Load(populated.suite().port(), quick ? 3 : 4, quick ? 3 : 8);
        for (int clients : List.of(1, 8)) {
            Load.Figure hello = new Baselines(populated.home()).jettyHello(clients, 1, 2);
            report.table(clients + (clients == 1 ? " client" : " clients"));
            report.row("bare Jetty hello", hello, hello);
            for (Kind kind : kinds(clients == 1)) {
                report.row(kind.what(), load.run(clients, kind.requests()), hello, kind.aim());
            }
        }
    }

    private record Kind(String what, Aim aim, java.util.function.IntFunction<Load.Request> requests) {}

    private List<Kind> kinds(boolean alone) throws IOException {
        Api api = populated.api();
        String headers = api.headers();
        String cookie = populated.browser();
        List<String> ids = ids(api, "/api/account?limit=500&filter=country==DE");
        List<String> people = ids(api, "/api/person?limit=500");
        List<String> touchpoints = ids(api, "/api/touchpoint?limit=500");
        Aim record = alone ? Aim.p50(6) : Aim.NONE;
        Aim list = alone ? Aim.p50(3) : Aim.perSecond(1500);
        return List.of(
                new Kind(
                        "REST read of one",
                        alone ? Aim.p50(1).andP99(5) : Aim.perSecond(5000),
                        n -> Load.Request.get("/api/account/" + ids.get(n % ids.size()), headers)),
                new Kind(
                        "REST list of 50 touchpoints of one kind, newest first",
                        list,
                        n -> Load.Request.get(NEWEST_VISITS + KINDS.get(n % 3), headers)),
                new Kind(
                        "REST list of 50 touchpoints of one account, newest first",
                        list,
                        n -> Load.Request.get(
                                "/api/touchpoint?limit=50&sort=-heldAt&filter=account==" + ids.get(n % ids.size()),
                                headers)),
                new Kind(
                        "REST list of 50 accounts of one country, by name",
                        list,
                        n -> Load.Request.get(
                                "/api/account?limit=50&sort=name&filter=country=="
                                        + List.of("DE", "FR", "ZA").get(n % 3),
                                headers)),
                new Kind(
                        "HTML list of touchpoints of one kind",
                        alone ? Aim.p50(8).andBytes(60_000) : Aim.NONE,
                        n -> Load.Request.get("/r/touchpoint?filter=kind==" + KINDS.get(n % 3), cookie)),
                new Kind(
                        "HTML list of accounts of one country",
                        alone ? Aim.p50(8).andBytes(60_000) : Aim.NONE,
                        n -> Load.Request.get("/r/account?filter=country==DE", cookie)),
                new Kind(
                        "HTML list of all one may see, as it opens",
                        alone ? Aim.p50(8).andBytes(60_000) : Aim.NONE,
                        n -> Load.Request.get(
                                "/r/"
                                        + List.of("account", "person", "touchpoint")
                                                .get(n % 3),
                                cookie)),
                new Kind(
                        "HTML record page of a person",
                        record,
                        n -> Load.Request.get("/r/person/" + people.get(n % people.size()), cookie)),
                new Kind(
                        "HTML record page of a touchpoint",
                        record,
                        n -> Load.Request.get("/r/touchpoint/" + touchpoints.get(n % touchpoints.size()), cookie)),
                new Kind(
                        "HTML record page of an account, which is its cockpit",
                        record,
                        n -> Load.Request.get("/r/account/" + ids.get(n % ids.size()), cookie)),
                new Kind(
                        "palette search, as one types", alone ? Aim.p50(8) : Aim.NONE, n -> Finding.palette(n, cookie)),
                new Kind(
                        "create with history, event, search, durable",
                        alone ? Aim.p50(2.5) : Aim.perSecond(1000),
                        n -> create(headers)));
    }

    private static List<String> ids(Api api, String path) throws IOException {
        List<String> ids = new ArrayList<>();
        api.get(path).get("items").forEach(it -> ids.add(it.get("id").asText()));
        return ids;
    }

    private Load.Request create(String headers) {
        try {
            byte[] body =
                    Api.json(Map.of("name", "Made " + created.incrementAndGet(), "kind", "company", "country", "SE"));
            return new Load.Request("POST", "/api/account", headers + "Content-Type: application/json\r\n", body, 201);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
