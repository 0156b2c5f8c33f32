package org.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The account cockpit as a browser asks for it: the page, and the tab alone as it comes after a click on it. */
final class Cockpit {
    private static final List<String> ALONG = List.of(
            "need", "touchpoint", "opportunity", "quote", "contract", "project", "installed-system", "unit", "ticket");
    private static final String FRAGMENT = "HX-Request: true\r\nHX-Target: list\r\n";

    private static final int STILL_SECONDS = 10;

    private final int port;
    private final Api api;
    private final Report report;

    Cockpit(int port, Api api, Report report) {
        this.port = port;
        this.api = api;
        this.report = report;
    }

    /** @param cookie the header line of a signed-in browser */
    void measure(String cookie, Load.Figure hello, boolean quick) throws Exception {
        awaitWholeDemo();
        String account = largest();
        String name = api.get("/api/account/" + account).get("name").asText();
        Load load = new Load(port, quick ? 5 : 15, quick ? 5 : 15);
        report.line("\n### Cockpit of the demo's largest account, " + name + ", " + records(account)
                + " records along its chain");
        report.table("1 client");
        report.row("bare Jetty hello", hello, hello);
        report.row("page", load.run(1, n -> Load.Request.get("/r/account/" + account, cookie)), hello);
        String tab = "/r/account/" + account + "/tab/cockpit";
        report.row("fragment", load.run(1, n -> Load.Request.get(tab, cookie + FRAGMENT)), hello);
        report.row("REST figures", load.run(1, n -> Load.Request.get("/api/cockpit/" + account, api.headers())), hello);
    }

    /** The demo is made while the suite runs already: waits until nothing has come for ten seconds. */
    private void awaitWholeDemo() throws IOException, InterruptedException {
        long before = -1;
        for (int still = 0; still < STILL_SECONDS; ) {
            long now = records("");
            still = now == before ? still + 1 : 0;
            before = now;
            Thread.sleep(1000);
        }
    }

    /** The account with the most records along its chain. */
    private String largest() throws IOException {
        String largest = "";
        long most = -1;
        for (JsonNode account : api.get("/api/account?limit=100").get("items")) {
            String id = account.get("id").asText();
            long records = records(id);
            if (records > most) {
                most = records;
                largest = id;
            }
        }
        return largest;
    }

    private long records(String account) throws IOException {
        long records = 0;
        for (String type : ALONG) {
            String of = account.isEmpty() ? "" : "&filter=account==" + account;
            records += api.get("/api/" + type + "?limit=1&count=true" + of)
                    .at("/count/number")
                    .asLong();
        }
        return records;
    }
}
