package org.weir.itest.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** One customer's story, told through the API by those who live it; each step uses what the one before has made. */
final class Story {
    private final Api ar;
    private final Api sr;
    private final Api fr;
    private final Api serviceManager;
    private final Api engineer;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    String account = "";
    String opportunity = "";
    String need = "";
    String configuration = "";
    String quote = "";
    String contract = "";
    String project = "";
    String ticket = "";
    final List<String> sites = new ArrayList<>();

    Story(Weir weir) {
        ar = new Api(weir, "lindiwe");
        sr = new Api(weir, "tangning");
        fr = new Api(weir, "james");
        serviceManager = new Api(weir, "grace");
        engineer = new Api(weir, "kofi");
    }

    /** AR: somebody at the customer's says what hurts; a lead becomes an opportunity with a need and three sites. */
    void hearsOfANeed() throws Exception {
        account = ar.only("account", "name==\"Meridian Ghana\"").path("id").asText();
        String lead = ar.create(
                        "lead",
                        Map.of(
                                "title",
                                "Power cuts at three sites",
                                "account",
                                account,
                                "source",
                                "visit",
                                "received",
                                today.toString()))
                .path("id")
                .asText();
        opportunity = opened(ar.act(
                "lead",
                lead,
                "qualify",
                Map.of("expectedClose", today.plusDays(40).toString())));
        assertEquals(
                lead,
                ar.read("/api/opportunity/" + opportunity)
                        .path("lead")
                        .path("id")
                        .asText());
        ar.act(
                "opportunity",
                opportunity,
                "add-need",
                Map.of("title", "No outage longer than a minute", "priority", "must", "reliability", "confirmed"));
        need = ar.only("need", "opportunity==" + opportunity).path("id").asText();
        for (String name : List.of("Kumasi North", "Kumasi South", "Tamale")) {
            sites.add(ar.create("site", Map.of("name", name, "account", account, "country", "GH"))
                    .path("id")
                    .asText());
        }
    }

    /** SR: a configuration for the sites, complete and without contradiction, and a quote from it. */
    void findsASolution() throws Exception {
        String model = sr.only("product-model", "name==\"Site energy and radio\"")
                .path("id")
                .asText();
        configuration = sr.create(
                        "configuration",
                        Map.of(
                                "title",
                                "Three sites in Ghana",
                                "account",
                                account,
                                "opportunity",
                                opportunity,
                                "model",
                                model))
                .path("id")
                .asText();
        sr.act(
                "configuration",
                configuration,
                "add-site-type",
                Map.of("name", "Macro", "sites", 3, "kind", "UrbanMacro", "siteRecords", sites));
        sr.create(
                "need-answer",
                Map.of(
                        "feature",
                        "RemoteMonitoring",
                        "account",
                        account,
                        "configuration",
                        configuration,
                        "need",
                        need));
        sr.act("configuration", configuration, "complete", Map.of("goal", "five-year-cost"));
        String list = sr.read("/api/price-list?limit=1&filter=currency==USD")
                .path("items")
                .get(0)
                .path("id")
                .asText();
        quote = quoted(list, 0);
        assertEquals(
                "above-ceiling", ar.read("/api/quote/" + quote).path("corridor").asText());
        assertEquals(
                409,
                ar.tried("quote", quote, "send", Map.of()).statusCode(),
                "taking too much from the customer needs an approval");
        quote = quoted(list, 12);
        assertEquals("inside", ar.read("/api/quote/" + quote).path("corridor").asText());
    }

    private String quoted(String list, int discount) throws Exception {
        return opened(sr.act(
                "configuration",
                configuration,
                "make-quote",
                Map.of(
                        "priceList",
                        list,
                        "discount",
                        discount,
                        "validUntil",
                        today.plusDays(30).toString())));
    }

    /** AR sends it, the customer accepts: the quote becomes a contract with its lines and sites. */
    void winsTheContract() throws Exception {
        String state = ar.read("/api/quote/" + quote).path("state").asText();
        assertEquals("draft", state);
        ar.act("quote", quote, "send", Map.of());
        contract = opened(ar.act(
                "quote",
                quote,
                "accept",
                Map.of("decidedBy", "Kwame Asante", "decidedOn", today.toString(), "orderNumber", "PO-77")));
        assertEquals(
                "won", ar.read("/api/opportunity/" + opportunity).path("stage").asText());
        assertEquals(
                ar.read("/api/quote/" + quote).path("total"),
                ar.read("/api/contract/" + contract).path("amount"));
        Eventually.until("the need is answered", () -> "answered"
                .equals(ar.read("/api/need/" + need).path("state").asText()));
        assertEquals(3, count(ar, "contract-site", "contract==" + contract));
        assertEquals(count(ar, "quote-line", "quote==" + quote), count(ar, "contract-line", "contract==" + contract));
    }

    /** FR: the contract has become a project by itself; it is planned, done and accepted site by site. */
    void delivers() throws Exception {
        Eventually.until("a project of the contract", () -> count(fr, "project", "contract==" + contract) == 1);
        project = fr.only("project", "contract==" + contract).path("id").asText();
        fr.act("project", project, "plan", Map.of());
        JsonNode tasks = fr.read("/api/task?limit=200&sort=plannedStart&filter=project==" + project)
                .path("items");
        assertTrue(tasks.size() >= 3, () -> tasks.toString());
        for (JsonNode task : tasks) {
            assertFalse(task.path("plannedFinish").asText().isEmpty(), task::toString);
        }
        for (JsonNode task : tasks) {
            String id = task.path("id").asText();
            fr.act("task", id, "start", Map.of("on", today.toString()));
            fr.act("task", id, "finish", Map.of("on", today.toString()));
        }
        for (String site : sites) {
            accept(site, "provisional");
        }
        assertEquals(
                "accepted", fr.read("/api/project/" + project).path("state").asText());
    }

    private void accept(String site, String kind) throws Exception {
        String acceptance = opened(fr.act("project", project, "open-acceptance", Map.of("site", site, "kind", kind)));
        for (JsonNode line : fr.read("/api/acceptance-check?limit=100&filter=acceptance==" + acceptance)
                .path("items")) {
            fr.act(
                    "site-acceptance",
                    acceptance,
                    "check",
                    Map.of("line", line.path("id").asText(), "result", "ok"));
        }
        fr.act("site-acceptance", acceptance, "sign", Map.of("signedBy", "Efua Mensah"));
        assertEquals(
                409,
                fr.tried("site-acceptance", acceptance, "sign", Map.of("signedBy", "Efua Mensah"))
                        .statusCode(),
                "a site is accepted once");
    }

    /** Service manager and engineer: what was accepted is maintained; a ticket on a unit, solved and rated, becomes a case. */
    void maintains() throws Exception {
        Eventually.until(
                "an installed system per site",
                () -> count(serviceManager, "installed-system", "account==" + account + ";project==" + project) == 3);
        Eventually.until(
                "a service contract", () -> count(serviceManager, "service-contract", "contract==" + contract) == 1);
        JsonNode unit = serviceManager
                .read("/api/unit?limit=1&filter=account==" + account)
                .path("items")
                .get(0);
        ticket = opened(serviceManager.act(
                "unit",
                unit.path("id").asText(),
                "open-ticket",
                Map.of("title", "Rectifier alarm", "severity", "major")));
        JsonNode opened = serviceManager.read("/api/ticket/" + ticket);
        assertEquals(account, opened.path("account").path("id").asText());
        assertFalse(opened.path("dueResolve").asText().isEmpty(), opened::toString);
        engineer.act("ticket", ticket, "take", Map.of());
        engineer.act("ticket", ticket, "respond", Map.of("words", "On my way"));
        engineer.act("ticket", ticket, "restore", Map.of("workaround", "Second rectifier switched in"));
        engineer.act("ticket", ticket, "resolve", Map.of("resolution", "Fan replaced"));
        serviceManager.act("ticket", ticket, "close", Map.of("confirmedBy", "Efua Mensah"));
        serviceManager.act("ticket", ticket, "rate", Map.of("score", "five", "words", "Quick"));
        serviceManager.act("ticket", ticket, "write-case", Map.of("title", "Fan of the 12 kW rectifier stops"));
        assertEquals(
                Instant.parse(opened.path("openedAt").asText()).isAfter(Instant.now()), false, "opened in the past");
    }

    /** From the ticket the whole chain is seen, back to the lead. */
    void isSeenAsOneChain() throws Exception {
        String chain = ar.read("/api/chain/ticket/" + ticket).toString();
        for (String id : List.of(opportunity, need, configuration, quote, contract, project, ticket)) {
            assertTrue(chain.contains(id), () -> id + " is missing in " + chain);
        }
    }

    private static String opened(JsonNode done) {
        String id = done.path("open").path("id").asText();
        assertFalse(id.isEmpty(), done::toString);
        return id;
    }

    static long count(Api api, String type, String filter) throws IOException, InterruptedException {
        return api.read("/api/" + type + "?limit=500&filter="
                        + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8))
                .path("items")
                .size();
    }
}
