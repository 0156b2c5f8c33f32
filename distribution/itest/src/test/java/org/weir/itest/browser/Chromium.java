package org.weir.itest.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, driven by Playwright; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    static final String PASSWORD = "channel-deep-dam-low";
    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String url;
    private final List<String> errors = new ArrayList<>();

    Chromium(String url) {
        this.url = url;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path executable() {
        String named = System.getenv().getOrDefault("CHROMIUM", "");
        return Stream.of(named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(it -> !it.isEmpty() && Files.isExecutable(Path.of(it)))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium found: install it (apt-get install chromium) or name it in CHROMIUM"));
    }

    /** A browser of one's own: no cookies shared with others. */
    Page open(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(width, height)
                .setLocale("en"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        return page;
    }

    Page signedIn(String login) {
        Page page = open(1440, 1000);
        page.navigate("/");
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        try {
            page.waitForURL(url + "/");
        } catch (TimeoutError never) {
            throw new AssertionError(login + " signs in and is left with " + shown(page), never);
        }
        return page;
    }

    /** What stands in the window, for a message. */
    private static String shown(Page page) {
        Object state = page.evaluate("document.readyState + ', ' + document.body.innerText.slice(0, 1000)");
        return page.url() + " (" + state + ")";
    }

    /** Script errors and violations of the content security policy so far. */
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
