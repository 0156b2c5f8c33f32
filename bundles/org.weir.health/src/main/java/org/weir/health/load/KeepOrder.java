package org.weir.health.load;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Texts;

/**
 * Stands before pages and API: serves a bounded number of requests at once, lets a short line wait, and tells the rest to
 * come again (503). Health, streams of live updates and files of the shell pass by.
 */
@Component(service = Filter.class, configurationPid = "org.weir.health.load")
@Designate(ocd = KeepOrder.Settings.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class KeepOrder implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(KeepOrder.class);
    private static final List<String> PASS = List.of("/health/", "/live/", "/static/");
    private static final int FEWEST = 10;
    private static final String RETRY_SECONDS = "2";

    private final Texts texts;
    private volatile Line line;

    @ObjectClassDefinition(id = "org.weir.health.load", name = "Load")
    @interface Settings {
        @AttributeDefinition(name = "Requests served at once; 0 for two per processor, 10 at least")
        int at_once() default 0;

        @AttributeDefinition(name = "Requests that may wait for their turn")
        int waiting() default 96;

        @AttributeDefinition(
                name = "Requests in the house in all, those too whose client is slow; below the threads of the server."
                        + " Three quarters of them may send something")
        int inside() default 160;

        @AttributeDefinition(name = "Milliseconds that a request waits for its turn at most")
        long wait_millis() default 3_000;

        @AttributeDefinition(name = "Milliseconds after which a request keeps others no longer from being served")
        long turn_millis() default 5_000;
    }

    @Activate
    public KeepOrder(Settings settings, @Reference Texts texts) {
        this(line(settings), texts);
    }

    KeepOrder(Line line, Texts texts) {
        this.line = line;
        this.texts = texts;
    }

    /** A new line for those who come now; who is in the house leaves by the one he came in. */
    @Modified
    void changed(Settings settings) {
        line = line(settings);
    }

    private static Line line(Settings settings) {
        return new Line(
                settings.at_once() > 0
                        ? settings.at_once()
                        : Math.max(FEWEST, 2 * Runtime.getRuntime().availableProcessors()),
                settings.waiting(),
                settings.inside(),
                settings.wait_millis(),
                settings.turn_millis());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        Line now = line;
        if (PASS.stream().anyMatch(asked.getRequestURI()::startsWith)) {
            chain.doFilter(request, response);
            return;
        }
        boolean sends = asked.getContentLengthLong() > 0 || asked.getHeader("Transfer-Encoding") != null;
        if (!now.come(sends)) {
            refuse(asked, answer);
            return;
        }
        boolean more;
        try {
            more = serve(asked, answer, chain, now);
        } finally {
            now.leave(sends);
        }
        if (more) {
            Remainder.takeOff(asked, answer);
        }
    }

    /** @return whether it was refused while its client may still be sending */
    private boolean serve(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain, Line now)
            throws IOException, ServletException {
        if (!taken(now)) {
            refuse(asked, answer);
            return false;
        }
        Turn turn = new Turn(now, asked.getMethod() + " " + asked.getRequestURI());
        PoliteRequest polite = new PoliteRequest(asked, turn);
        try {
            chain.doFilter(polite, new PoliteResponse(answer, turn));
        } catch (EOFException whoAskedHasGone) {
            if (!answer.isCommitted()) {
                throw whoAskedHasGone;
            }
            LOG.debug("{} has no reader any more", asked.getRequestURI(), whoAskedHasGone);
        } finally {
            turn.end();
        }
        return polite.more() && answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
    }

    private static boolean taken(Line now) throws InterruptedIOException {
        try {
            return now.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void refuse(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
        Locale locale = asked.getLocale().getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        String title = texts.text(locale, "health.full");
        String detail = texts.text(locale, "health.full.detail");
        boolean page = !asked.getRequestURI().startsWith("/api") && asked.getHeader("HX-Request") == null;
        String body = page ? page(locale, title, detail) : problem(title, detail);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        answer.setHeader("Retry-After", RETRY_SECONDS);
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("Content-Language", locale.toLanguageTag());
        answer.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setContentType(page ? "text/html;charset=utf-8" : "application/problem+json");
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }

    private static String problem(String title, String detail) {
        return "{\"type\":\"urn:weir:health.full\",\"title\":\"" + title + "\",\"status\":503,\"detail\":\"" + detail
                + "\"}";
    }

    private static String page(Locale locale, String title, String detail) {
        return "<!doctype html>\n<html lang=\"" + locale.toLanguageTag()
                + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\""
                + " content=\"light dark\"><title>" + title + "</title><h1>" + title + "</h1><p>" + detail
                + "</p></html>\n";
    }
}
