package org.weir.itest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;
import org.weir.itest.partner.ExampleBundle;

/** What a partner's bundle shows: its list, its page, its tab on the account, its action; and that they go with it. */
class PartnerPagesIT {
    @Test
    void a_partners_pages_tab_and_action_are_used_and_go_with_the_bundle(@TempDir Path folder) throws Exception {
        try (Weir weir = new Weir(folder).started("--region", "eu", "--demo");
                Chromium chromium = new Chromium(weir.url())) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            ExampleBundle.put(weir.deploy(), "1.0.0");
            Api api = new Api(weir, "demo-admin");
            Eventually.until("surveys", () -> api.get("/api/example-survey").statusCode() == 200);
            JsonNode account = api.only("account", "name==\"Kalahari Com\"");
            String survey = api.create(
                            "example-survey",
                            Map.of(
                                    "site",
                                    "Gaborone West",
                                    "account",
                                    account.path("id").asText(),
                                    "state",
                                    "planned"))
                    .path("id")
                    .asText();
            Page page = chromium.signedIn("demo-admin");

            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open surveys"))
                    .click();
            assertThat(page.locator("#content")).containsText("Gaborone West");

            page.navigate("/r/example-survey/" + survey);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Complete").setExact(true))
                    .or(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Complete").setExact(true)))
                    .first()
                    .click();
            page.getByLabel("Load (kW)").fill("12.5");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Complete").setExact(true))
                    .last()
                    .click();
            assertThat(page.locator("#content")).containsText("Done");

            page.navigate("/r/account/" + account.path("id").asText() + "/tab/example-power");
            assertThat(page.locator("#content")).containsText("12.5");

            ExampleBundle.remove(weir.deploy());
            Eventually.until(
                    "surveys gone", () -> api.get("/api/example-survey").statusCode() == 404);
            page.navigate("/r/account/" + account.path("id").asText());
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Power"))))
                    .hasCount(0);
            assertEquals(List.of(), chromium.errors());
        }
    }
}
