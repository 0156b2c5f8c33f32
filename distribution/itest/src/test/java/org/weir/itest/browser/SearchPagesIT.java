package org.weir.itest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** The palette finds as one types, and leads to all results. */
class SearchPagesIT {
    @Test
    void a_company_is_found_by_its_initials_and_opened(@TempDir Path folder) throws Exception {
        try (Weir weir = new Weir(folder).started("--region", "eu", "--demo");
                Chromium chromium = new Chromium(weir.url())) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            Api api = new Api(weir, "demo-admin");
            Eventually.until(
                    "index", () -> api.read("/api/search?q=jhtx").path("count").asInt() > 0);
            Page page = chromium.signedIn("demo-admin");

            page.keyboard().press("Control+K");
            page.keyboard().type("jhtx");
            Locator option = page.getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("River Telecom Group"));
            assertThat(option.locator("mark")).hasText("江河通信");

            page.getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("All results"))
                    .click();
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("jhtx");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName("River Telecom Group")
                                    .setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("River Telecom Group");
            assertEquals(List.of(), chromium.errors());
        }
    }
}
