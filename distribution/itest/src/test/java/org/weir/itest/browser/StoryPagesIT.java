package org.weir.itest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** One customer's story as AR, SR, FR, service manager and field engineer click it; the SR in Chinese, as he prefers. */
class StoryPagesIT {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private Weir weir;
    private Chromium chromium;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder).started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        chromium = new Chromium(weir.url());
    }

    @AfterEach
    void stop() throws Exception {
        chromium.close();
        weir.close();
    }

    @Test
    void from_a_need_to_a_solved_ticket() throws Exception {
        Page ar = chromium.signedIn("lindiwe");
        ar.navigate("/r/account?filter=name%3D%3D%22Meridian+Ghana%22");
        String account = id(ar.locator("td.name a").first().getAttribute("href"));
        String opportunity = needIsHeard(ar, account);
        String quote = solutionIsFound(chromium.signedIn("tangning"), account, opportunity);
        String contract = contractIsWon(ar, quote, account);
        String project = siteIsDelivered(chromium.signedIn("james"), contract);
        String ticket = ticketIsSolved(chromium.signedIn("grace"), chromium.signedIn("kofi"), project);
        ar.navigate("/r/ticket/" + ticket + "/tab/chain");
        Locator content = ar.locator("#content");
        for (String station : List.of("Power cuts at the site", "One site in Ghana", "Efua's site", "Fan stops")) {
            assertThat(content).containsText(station);
        }
        assertEquals(List.of(), chromium.errors());
    }

    private String needIsHeard(Page ar, String account) {
        ar.navigate("/r/lead/new?account=" + account);
        ar.locator("#f-title").fill("Power cuts at the site");
        ar.keyboard().press("Control+Enter");
        ar.waitForURL(record("lead"));
        act(ar, "qualify", Map.of());
        ar.waitForURL(record("opportunity"));
        String opportunity = id(ar.url());
        act(ar, "add-need", Map.of("title", "No outage longer than a minute"));
        assertThat(ar.getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("Need noted"))
                        .first())
                .isVisible();
        return opportunity;
    }

    private String solutionIsFound(Page sr, String account, String opportunity) {
        sr.navigate("/r/configuration/new?account=" + account + "&opportunity=" + opportunity);
        sr.locator("#f-title").fill("One site in Ghana");
        choose(sr, "model", "Site energy");
        sr.locator(".form-foot button.go").click();
        sr.waitForURL(record("configuration"));
        String configuration = id(sr.url());
        sr.locator("#content a[href$='/configure']").first().click();
        sr.locator("details.cf-add summary").first().click();
        sr.locator("#kind").selectOption(new SelectOption().setIndex(0));
        sr.locator("#cf-name").fill("Macro");
        sr.locator("#new-count").fill("1");
        sr.locator("button[name=act][value=add]").click();
        assertThat(sr.locator(".cf-types li")).hasCount(1);
        Locator rectifier = sr.locator(".cf-pick", new Page.LocatorOptions().setHasText("12 kW"))
                .first();
        rectifier.click();
        assertThat(rectifier).hasAttribute("aria-pressed", "true");
        sr.locator("button.link[id^=w]").first().click();
        assertThat(sr.locator(".cf-panel .acts button").first()).isVisible();
        sr.locator("#cf-five").click();
        assertThat(sr.locator(".cf-types li")).not().containsText("待定");
        sr.navigate("/r/configuration/" + configuration);
        open(sr, "make-quote");
        choose(sr, "priceList", "Southern");
        sr.locator("#f-discount").fill("12");
        sr.locator(".form-foot button.go").click();
        sr.waitForURL(record("quote"));
        return id(sr.url());
    }

    private String contractIsWon(Page ar, String quote, String account) {
        ar.navigate("/r/quote/" + quote);
        act(ar, "send", Map.of());
        act(ar, "accept", Map.of("decidedBy", "Kwame Asante"));
        ar.waitForURL(record("contract"));
        String contract = id(ar.url());
        ar.navigate("/r/site/new?account=" + account);
        ar.locator("#f-name").fill("Efua's site");
        ar.locator(".form-foot button.go").click();
        ar.waitForURL(record("site"));
        ar.navigate("/r/contract-site?filter=contract==" + contract);
        String place = id(ar.locator("td.name a").first().getAttribute("href"));
        ar.navigate("/r/contract-site/" + place + "/edit");
        choose(ar, "site", "Efua");
        ar.locator(".form-foot button.go").click();
        ar.waitForURL(record("contract-site"));
        return contract;
    }

    private String siteIsDelivered(Page fr, String contract) throws Exception {
        Eventually.until("a project of the contract with its site", () -> {
            fr.navigate("/r/task?filter=project.contract==" + contract);
            return fr.locator("td.name a").count() > 3;
        });
        fr.navigate("/r/project?filter=contract==" + contract);
        String project = id(fr.locator("td.name a").first().getAttribute("href"));
        fr.navigate("/r/project/" + project);
        act(fr, "plan", Map.of());
        fr.navigate("/projects/" + project + "/gantt");
        assertThat(fr.locator("weir-gantt canvas").first()).isVisible();
        fr.navigate("/projects/" + project + "/board");
        assertThat(fr.locator("#content")).containsText("Efua's site");
        fr.navigate("/r/task?sort=plannedStart&filter=project==" + project);
        List<String> tasks = fr.locator("td.name a").all().stream()
                .map(it -> id(it.getAttribute("href")))
                .toList();
        for (String task : tasks) {
            fr.navigate("/r/task/" + task);
            act(fr, "start", Map.of());
            act(fr, "finish", Map.of());
        }
        fr.navigate("/r/project/" + project);
        open(fr, "open-acceptance");
        choose(fr, "site", "Efua");
        fr.locator(".form-foot button.go").click();
        fr.waitForURL(record("site-acceptance"));
        String acceptance = id(fr.url());
        fr.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All the rest is OK"))
                .click();
        assertThat(fr.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All the rest is OK")))
                .hasCount(0);
        fr.navigate("/r/site-acceptance/" + acceptance);
        act(fr, "sign", Map.of("signedBy", "Efua Mensah"));
        fr.navigate("/r/site-acceptance/" + acceptance + "/tab/overview");
        assertThat(fr.locator("#content")).containsText("Efua Mensah");
        return project;
    }

    private String ticketIsSolved(Page manager, Page engineer, String project) throws Exception {
        Eventually.until("the installed units", () -> {
            manager.navigate("/r/unit?filter=system.project==" + project);
            return manager.locator("td.name a").count() > 0;
        });
        String unit = id(manager.locator("td.name a").first().getAttribute("href"));
        manager.navigate("/r/unit/" + unit);
        open(manager, "open-ticket");
        manager.locator("#f-title").fill("Rectifier alarm");
        manager.locator("#f-severity").selectOption("major");
        manager.locator(".form-foot button.go").click();
        manager.waitForURL(record("ticket"));
        String ticket = id(manager.url());
        engineer.navigate("/r/ticket/" + ticket);
        act(engineer, "take", Map.of());
        act(engineer, "respond", Map.of("words", "On my way"));
        act(engineer, "restore", Map.of("workaround", "Second rectifier switched in"));
        act(engineer, "resolve", Map.of("resolution", "Fan replaced"));
        manager.navigate("/r/ticket/" + ticket);
        act(manager, "close", Map.of("confirmedBy", "Efua Mensah"));
        act(manager, "rate", Map.of("score", "five"));
        act(manager, "write-case", Map.of("title", "Fan stops"));
        manager.waitForURL(record("service-case"));
        return ticket;
    }

    /** Presses an action of the record shown, fills in its form if it has one, and sends it. */
    private static void act(Page page, String verb, Map<String, String> values) {
        String before = page.url();
        if (!open(page, verb)) {
            return;
        }
        values.forEach((field, value) -> {
            Locator input = page.locator("#f-" + field);
            if (input.evaluate("it => it.tagName").equals("SELECT")) {
                input.selectOption(value);
            } else {
                input.fill(value);
            }
        });
        page.locator(".form-foot button.go").click();
        page.waitForURL(url -> !url.contains("/act/"));
        if (!ID.matcher(page.url()).find()) {
            page.navigate(before);
        }
    }

    /** Presses an action, in the menu if it stands there; whether a form is shown now. */
    private static boolean open(Page page, String verb) {
        Locator link = page.locator("#content a[href$='/act/" + verb + "']").first();
        Locator button = page.locator("#content form[action$='/act/" + verb + "'] button")
                .first();
        Locator either = link.or(button).first();
        either.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!either.isVisible()) {
            page.locator("#content .head summary, #content .head [popovertarget], #content .head button[aria-haspopup]")
                    .last()
                    .click();
        }
        boolean direct = button.count() > 0;
        either.click();
        if (direct) {
            page.waitForLoadState();
            return false;
        }
        page.locator(".form-foot button.go").waitFor();
        return true;
    }

    private static void choose(Page page, String field, String text) {
        page.locator("#f-" + field).fill(text);
        page.locator("[role=option]").last().click();
    }

    private static Pattern record(String type) {
        return Pattern.compile(".*/r/" + type + "/[0-9a-f-]{36}([?#/].*)?$");
    }

    private static String id(String url) {
        Matcher matcher = ID.matcher(url);
        if (!matcher.find()) {
            throw new AssertionError("no record in " + url);
        }
        return matcher.group();
    }
}
