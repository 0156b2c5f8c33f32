package org.weir.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a browser that was never here fetches, as it comes over the wire, headers included: Chromium counts. */
final class FirstPage {
    private static final double AIM_KIB = 150;
    private static final int SETTLE_MILLIS = 2_000;

    private final int port;
    private final Report report;

    FirstPage(int port, Report report) {
        this.port = port;
        this.report = report;
    }

    void measure(String login, String password) {
        String chromium = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(chromium))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                BrowserContext context = browser.newContext()) {
            measure(context.newPage(), login, password);
        }
    }

    private void measure(Page page, String login, String password) {
        AtomicLong bytes = new AtomicLong();
        AtomicLong files = new AtomicLong();
        CDPSession wire = page.context().newCDPSession(page);
        wire.on("Network.loadingFinished", (JsonObject event) -> {
            bytes.addAndGet((long) event.get("encodedDataLength").getAsDouble());
            files.incrementAndGet();
        });
        wire.send("Network.enable");
        String root = "http://localhost:" + port;
        page.navigate(root + "/");
        page.waitForTimeout(SETTLE_MILLIS);
        report.singles("first page load, compressed, a fresh browser");
        say("sign-in", bytes.get(), files.get());
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
        page.waitForURL(root + "/");
        page.waitForTimeout(SETTLE_MILLIS);
        say("sign-in and then the home page", bytes.get(), files.get());
    }

    private void say(String what, long bytes, long files) {
        double kib = bytes / 1024.0;
        report.single(
                what + ": KiB (files)",
                String.format(Locale.ROOT, "%.1f (%d)", kib, files),
                Aim.atMost(AIM_KIB, "KiB", kib));
    }
}
