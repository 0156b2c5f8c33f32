package org.weir.itest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** What administrators see of work and of letters. */
class JobsPagesIT {
    private static final int ROWS = 40_000;
    private static final String TRIAL = "Weir can write to you";

    @Test
    void work_moves_while_one_looks_is_cancelled_and_letters_are_given_up_and_sent_again(@TempDir Path folder)
            throws Exception {
        try (MailHost host = new MailHost();
                Weir weir = new Weir(folder)
                        .configured(
                                "org.weir.mail.cfg",
                                "host=127.0.0.1\nport=" + host.port() + "\nsecurity=none\nsender=weir@example.com\n")
                        .started("--region", "eu", "--demo");
                Chromium chromium = new Chromium(weir.url())) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
            host.refuse(true);
            Page page = chromium.signedIn("demo-admin");
            aLetterIsGivenUpAndSentAgain(page, host);
            workMovesAndIsCancelled(page);
            assertEquals(List.of(), chromium.errors());
        }
    }

    private static void aLetterIsGivenUpAndSentAgain(Page page, MailHost host) throws Exception {
        page.navigate("/admin/mail");
        button(page, "Send me a letter").click();
        Locator letter = page.locator("tr", new Page.LocatorOptions().setHasText(TRIAL));
        Eventually.until("given up", () -> {
            page.navigate("/admin/mail?state=FAILED");
            return letter.count() == 1;
        });
        assertThat(letter).containsText("nobody of that name");

        page.navigate("/admin/jobs?state=FAILED");
        Locator failed = page.locator("tr[data-job]", new Page.LocatorOptions().setHasText("Send a letter"));
        int before = failed.count();
        assertNotEquals(0, before);
        failed.first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .click();
        assertThat(failed).hasCount(before - 1);

        host.refuse(false);
        page.navigate("/admin/mail?state=FAILED");
        letter.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send again"))
                .click();
        Eventually.until("it has arrived", () -> host.letters().stream().anyMatch(it -> it.contains(TRIAL)));
        Eventually.until("sent", () -> {
            page.navigate("/admin/mail?state=SENT");
            return letter.count() == 1;
        });
    }

    private static void workMovesAndIsCancelled(Page page) {
        StringBuilder csv = new StringBuilder("name,country\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("Row ").append(i).append(",ZA\n");
        }
        page.navigate("/r/account/import");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("rows.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        button(page, "Next").click();
        page.waitForURL(Pattern.compile(".*/imports/.*"));
        Locator trial = button(page, "Trial run");
        assertThat(trial.or(button(page, "Next")).first()).isVisible();
        if (!trial.isVisible()) {
            button(page, "Next").click();
        }
        trial.click();
        page.navigate("/admin/jobs?state=RUNNING");
        page.evaluate("() => { window.seenFirst = true; }");
        Locator row = page.locator("tr[data-job]", new Page.LocatorOptions().setHasText("rows.csv"))
                .or(page.locator("tr[data-job]:has(progress)"));
        Locator bar = row.first().locator("progress");
        assertThat(bar).hasAttribute("value", Pattern.compile("[1-9][0-9]*"));
        String early = bar.getAttribute("value");
        assertThat(bar).not().hasAttribute("value", early);
        assertEquals(true, page.evaluate("() => window.seenFirst"), "without loading the page again");
        row.first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        assertThat(page.locator("tr[data-job]:has(progress)")).hasCount(0);
        page.navigate("/admin/jobs?state=CANCELLED");
        assertThat(page.locator("tr[data-job]").first()).containsText("cancelled");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
