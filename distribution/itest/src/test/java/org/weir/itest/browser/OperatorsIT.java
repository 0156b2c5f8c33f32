package org.weir.itest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** The main job: the world's mobile operators come in, are found, edited by two people at once, and leave again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsIT {
    private Path folder = Path.of("");
    private Weir weir;
    private Chromium chromium;
    private String batch = "";

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        weir = new Weir(folder).started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
        chromium = new Chromium(weir.url());
    }

    @AfterAll
    void stop() throws IOException {
        assertEquals(List.of(), chromium.errors());
        chromium.close();
        weir.close();
    }

    /** The public list if it is beside the project, else one of the same shape. */
    private Path operators() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data/accounts/mobile-operators.csv");
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        StringBuilder csv = new StringBuilder(
                "MCC,MCC (int),MNC,MNC (int),ISO,Country,Country Code,Network\n289,649,88,2191,ge,Abkhazia,7,Roshan\n");
        for (int i = 0; i < 400; i++) {
            csv.append("262,610,")
                    .append(i)
                    .append(",1,de,Germany,49,Operator ")
                    .append(i)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("operators.csv"), csv, StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void the_operators_come_in_through_the_import() throws IOException {
        Page page = chromium.signedIn("demo-admin");
        page.navigate("/r/account");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Import").setExact(true))
                .click();
        page.locator("#file").setInputFiles(operators());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next"))
                .click();
        page.waitForURL(Pattern.compile(".*/imports/.*"));
        batch = page.url().replaceAll("\\?.*", "");
        Locator trial = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trial run"));
        Locator next = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next"));
        assertThat(trial.or(next).first()).isVisible();
        if (next.isVisible()) {
            next.click();
        }
        assertThat(page.getByLabel("Field for Network")).hasValue("name");
        assertThat(page.getByLabel("Field for ISO")).hasValue("country");
        assertThat(page.getByLabel("Field for MNC", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("codes");
        trial.click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Import [\\d,]+ rows")))
                .click();
        assertThat(page.getByText("Undo this import")).isVisible();
        assertThat(page.locator(".figs")).containsText("Created");
    }

    @Test
    @Order(2)
    void one_is_found_and_edited_by_two_people_at_once() {
        Page first = chromium.signedIn("demo-admin");
        first.navigate("/r/account");
        first.keyboard().press("/");
        first.keyboard().type("Roshan");
        Locator row = first.locator("td.name a", new Page.LocatorOptions().setHasText(Pattern.compile("^Roshan$")));
        assertThat(row).hasCount(1);
        String record = row.getAttribute("href");
        Page second = chromium.signedIn("demo-admin");
        first.navigate(record + "/edit");
        second.navigate(record + "/edit");
        second.getByLabel("City").fill("Gagra");
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        second.waitForURL(Pattern.compile(".*/r/account/[0-9a-f-]{36}$"));
        second.navigate(record + "/tab/overview");
        assertThat(second.locator("#content")).containsText("Gagra");
        first.getByLabel("City").fill("Sukhumi");
        first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        Locator dialog = first.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Gagra");
        assertThat(dialog).containsText("Sukhumi");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        first.waitForURL(Pattern.compile(".*/r/account/[0-9a-f-]{36}$"));
        first.navigate(record + "/tab/overview");
        assertThat(first.locator("#content")).containsText("Sukhumi");
        first.navigate(record + "/tab/history");
        assertThat(first.locator("#content")).containsText("Gagra");
        assertThat(first.locator("#content")).containsText("Sukhumi");
    }

    @Test
    @Order(3)
    void the_import_is_undone_and_what_was_edited_since_is_kept_and_named() {
        Page page = chromium.signedIn("demo-admin");
        page.navigate(batch);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo this import"))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import again")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("Undone"))
                        .first())
                .isVisible();
        page.navigate("/r/account?filter=name%3D%3DRoshan");
        assertThat(page.locator("td.name a")).hasCount(1);
        page.navigate("/r/account?filter=codes%3D%3D262-*");
        assertThat(page.locator("td.name a")).hasCount(0);
    }

    @Test
    @Order(4)
    void language_and_theme_are_switched_and_stay() {
        Page page = chromium.signedIn("tom");
        page.navigate("/r/account");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tom Brandt"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark"))
                .click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.navigate("/r/account");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tom Brandt"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("中文"))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.navigate("/r/person");
        assertThat(page.locator("h1")).hasText("联系人");
    }

    @Test
    @Order(5)
    void everything_needed_for_a_new_account_works_by_keyboard_alone() {
        Page page = chromium.open(1440, 1000);
        page.navigate("/");
        page.keyboard().type("lindiwe");
        page.keyboard().press("Tab");
        page.keyboard().type(Chromium.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(weir.url() + "/");
        page.keyboard().press("Control+k");
        page.keyboard().type("Accounts");
        assertThat(page.locator("#palette [role=option]").first()).containsText("Accounts");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/r/account.*"));
        assertThat(page.locator("td.name a").first()).isVisible();
        page.waitForLoadState();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel")).isHidden();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        page.waitForURL(Pattern.compile(".*/r/account/new.*"));
        page.keyboard().type("Kontor Süd <b>&amp;</b> 𠮷野 🙂");
        page.keyboard().press("Control+Enter");
        page.waitForURL(Pattern.compile(".*/r/account/[0-9a-f-]{36}$"));
        assertThat(page.locator("h1")).hasText("Kontor Süd <b>&amp;</b> 𠮷野 🙂");
    }

    @Test
    @Order(6)
    void a_phone_shows_every_page_without_sideways_scrolling() {
        Page page = chromium.signedIn("lindiwe");
        page.setViewportSize(390, 844);
        for (String path : List.of("/", "/r/account", "/r/person", "/r/touchpoint", "/r/account/new")) {
            page.navigate(path);
            Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertTrue(((Number) wider).intValue() <= 0, path + " is wider than the screen by " + wider);
        }
    }
}
