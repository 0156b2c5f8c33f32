package org.weir.itest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

class FilesPagesIT {
    @Test
    void several_files_go_at_once_and_the_one_that_fails_says_so_and_goes_again(@TempDir Path folder) throws Exception {
        try (Weir weir = new Weir(folder).started("--region", "eu", "--demo");
                Chromium chromium = new Chromium(weir.url())) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            Api api = new Api(weir, "lindiwe");
            String account = api.read("/api/account?limit=1&q=Meridian")
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
            Page page = chromium.signedIn("lindiwe");
            AtomicInteger broken = new AtomicInteger();
            page.route("**/files/account/**", route -> {
                if (route.request().postData().contains("second.txt") && broken.getAndIncrement() == 0) {
                    route.abort("connectionreset");
                } else {
                    route.resume();
                }
            });
            page.navigate("/r/account/" + account + "/tab/files");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload[] {text("first.txt"), text("second.txt"), text("third.txt")});

            Locator coming = page.locator("[data-files-coming] > li");
            assertThat(coming).hasCount(1);
            assertThat(coming).containsText("second.txt");
            assertThat(coming).containsText("The server did not take it");
            assertThat(page.locator(".files-list .files-name")).hasText(new String[] {"third.txt", "first.txt"});
            button(page, "Send second.txt again").click();
            assertThat(page.locator(".files-list .files-name"))
                    .hasText(new String[] {"second.txt", "third.txt", "first.txt"});
            assertThat(coming).hasCount(0);
            assertThat(page.locator(".tabs [aria-current]")).hasText("Files 3");

            drop(page, "dropped.txt", 40);
            assertThat(page.locator(".files-list .files-name").first()).hasText("dropped.txt");
            drop(page, "large.bin", 50 * 1024 * 1024 + 1);
            assertThat(coming).containsText("larger than 50 MB");
            button(page, "Leave out large.bin").click();
            assertThat(coming).hasCount(0);
            assertEquals(
                    4,
                    api.read("/api/account/" + account + "/files").path("items").size());
            assertEquals(List.of(), chromium.errors());
        }
    }

    private static FilePayload text(String name) {
        return new FilePayload(name, "text/plain", ("words of " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void drop(Page page, String name, int bytes) {
        JSHandle carried = page.evaluateHandle(
                "([name, bytes]) => { const it = new DataTransfer();"
                        + " it.items.add(new File([new Uint8Array(bytes)], name)); return it; }",
                List.of(name, bytes));
        page.dispatchEvent("form[data-files]", "drop", Map.of("dataTransfer", carried));
    }
}
