package org.weir.itest.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Installation;
import org.weir.itest.Weir;

/** A domain that a region does without: nothing else breaks, and it makes up for what it missed when it comes. */
class LeftOutIT {
    @TempDir
    Path folder;

    @Test
    void without_delivery_a_contract_waits_and_becomes_a_project_when_the_bundle_is_added() throws Exception {
        Installation installation =
                Installation.copiedTo(folder.resolve("installation")).without("org.weir.delivery");
        try (Weir weir = new Weir(folder.resolve("data"), installation).started("--region", "eu", "--demo")) {
            Story story = storyOf(weir);
            Eventually.until("demo people", () -> weir.log().contains("Demo data made: aftersales"));
            Api fr = new Api(weir, "james");
            assertEquals(404, fr.get("/api/project").statusCode());
            assertFalse(fr.get("/api/openapi.json").body().contains("site-acceptance"));
            story.hearsOfANeed();
            story.findsASolution();
            story.winsTheContract();
            assertEquals(200, fr.get("/api/chain/contract/" + story.contract).statusCode());
            assertEquals(
                    2,
                    new Api(weir, "grace")
                                    .tried(
                                            "account",
                                            story.account,
                                            "open-ticket",
                                            Map.of("title", "Who answers the alarm?", "severity", "question"))
                                    .statusCode()
                            / 100,
                    "after-sales works by itself");

            installation.add("org.weir.delivery", weir);
            Eventually.until("delivery", () -> fr.get("/api/project").statusCode() == 200);
            Eventually.until("its demo", () -> weir.log().contains("Demo data made: delivery"));
            story.delivers();
            story.maintains();
            story.isSeenAsOneChain();
        }
    }

    @Test
    void without_after_sales_sites_are_accepted_and_installed_when_the_bundle_is_added() throws Exception {
        Installation installation =
                Installation.copiedTo(folder.resolve("installation")).without("org.weir.aftersales");
        try (Weir weir = new Weir(folder.resolve("data"), installation).started("--region", "eu", "--demo")) {
            Story story = storyOf(weir);
            Api ar = new Api(weir, "lindiwe");
            assertEquals(404, ar.get("/api/ticket").statusCode());
            story.hearsOfANeed();
            story.findsASolution();
            story.winsTheContract();
            story.delivers();
            assertTrue(ar.read("/api/chain/project/" + story.project).toString().contains(story.contract));

            installation.add("org.weir.aftersales", weir);
            Eventually.until("after-sales", () -> ar.get("/api/ticket").statusCode() == 200);
            Eventually.until("demo people", () -> weir.log().contains("Demo data made: aftersales"));
            story.maintains();
            story.isSeenAsOneChain();
        }
    }

    private static Story storyOf(Weir weir) throws Exception {
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: solution.quotes"));
        return new Story(weir);
    }
}
