package org.weir.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access.Session;
import org.weir.access.api.Actor;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Region;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.asset.Assets;
import org.weir.web.home.GatherDay;
import org.weir.web.session.SecondFactorPage;
import org.weir.web.session.SignIn;

/** The way of every request: who asks, may they, which page, what answer. */
public final class Shell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    public static final String COOKIE = "weir";
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final Services services;
    private final Contributions contributions;
    private final List<Page> own;
    private final SignIn signIn;
    private final Icons icons;
    private final Times times;
    private final Helpers helpers;
    private final Framing framing;
    private final Answers answers;
    private final Problems problems = new Problems();
    private volatile @Nullable Routes routes;

    private record Routes(List<Page> contributed, Router<Page> router) {}

    /** @param own the shell's own pages */
    public Shell(
            Services services,
            Contributions contributions,
            Assets assets,
            Navigation navigation,
            SignIn signIn,
            ScriptTexts scriptTexts,
            GatherDay day,
            List<Page> own) {
        this.services = services;
        this.contributions = contributions;
        this.own = List.copyOf(own);
        this.signIn = signIn;
        this.icons = new Icons(assets);
        this.times = new Times(services.texts(), services.clock());
        this.helpers = new Helpers(Runtime.getRuntime().availableProcessors(), services.gate());
        this.framing = new Framing(services.texts(), contributions, navigation, scriptTexts, day);
        this.answers = new Answers(framing);
    }

    @Override
    public void close() {
        helpers.close();
    }

    /** A cookie of ours. @param seconds its life; negative for the browser session, 0 to drop it */
    public static Cookie cookie(String name, String value, int seconds, boolean secure) {
        return Answers.cookie(name, value, seconds, secure);
    }

    @SuppressWarnings("try")
    public void serve(HttpServletRequest http, HttpServletResponse response) throws IOException {
        secure(http, response);
        try (Gate.Pass pass = services.gate().enter()) {
            serveInside(http, response);
        }
    }

    private static void secure(HttpServletRequest http, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (http.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private void serveInside(HttpServletRequest http, HttpServletResponse response) throws IOException {
        Request request;
        try {
            request = request(http);
        } catch (ProblemException broken) {
            response.setStatus(broken.status());
            return;
        } catch (RuntimeException noDatabase) {
            LOG.error("a request could not be begun", noDatabase);
            response.setHeader("Retry-After", "5");
            Request nobody =
                    new Request(http, null, guess(http), ZoneOffset.UTC, services.texts(), times, icons, helpers);
            fail(nobody, new ProblemException(503, Text.of("web.error.503.detail"), List.of()), http, response);
            return;
        }
        try {
            Reply reply = answer(request, http, response);
            if (reply != null) {
                answers.write(request, reply, http, response);
            }
        } catch (Exception | LinkageError | StackOverflowError failure) {
            if (failure instanceof EOFException whoAskedHasGone && response.isCommitted()) {
                throw whoAskedHasGone;
            }
            fail(request, failure, http, response);
        }
    }

    private @Nullable Reply answer(Request request, HttpServletRequest http, HttpServletResponse response)
            throws Exception {
        request.check();
        String method = http.getMethod();
        boolean read = method.equals("GET") || method.equals("HEAD");
        if (!read && !method.equals("POST")) {
            throw new ProblemException(405, Text.of("web.error.method"), List.of());
        }
        Session session = request.session();
        if (signIn.handles(request.pathOnly(), session)) {
            return signIn.answer(request, read, http, response);
        }
        if (session == null) {
            return signIn.ask(request, read, http);
        }
        if (!read) {
            checkToken(request, session);
        }
        String first = first(session);
        if (first != null && !request.pathOnly().equals(first)) {
            return new Reply.Redirect(first, null);
        }
        Page page = page(request);
        check(request, session.actor(), page.permission());
        return read ? page.get(request) : page.post(request);
    }

    /** The only page that is open yet; null when all are. */
    private static @Nullable String first(Session session) {
        if (session.mustChangePassword()) {
            return "/password";
        }
        return session.mustSetUpSecondFactor() ? SecondFactorPage.PATH : null;
    }

    private Page page(Request request) {
        List<Page> contributed = contributions.pages();
        Routes now = routes;
        if (now == null || now.contributed != contributed) {
            List<Page> all = new ArrayList<>(own);
            all.addAll(contributed);
            now = new Routes(contributed, new Router<>(all, Page::path));
            routes = now;
        }
        Router.Match<Page> match = now.router.find(request.pathOnly());
        if (match == null) {
            throw ProblemException.notFound();
        }
        request.variables(match.variables());
        return match.target();
    }

    private void checkToken(Request request, Session session) {
        boolean ours = Csrf.holds(
                session.csrf(), request.header("X-CSRF"), request.header("X-CSRF-Token"), request.param("_csrf"));
        if (!ours) {
            services.audit().note(session.actor(), "csrf.refused", request.pathOnly(), request.address());
            throw new ProblemException(403, Text.of("web.error.csrf"), List.of());
        }
    }

    private void check(Request request, Actor actor, String permission) {
        if (!permission.equals(Page.SIGNED_IN) && !actor.may(permission)) {
            services.audit().note(actor, "page.refused", request.pathOnly() + " " + permission, request.address());
            throw ProblemException.forbidden(permission);
        }
    }

    private void fail(Request request, Throwable failure, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            problems.of(request, failure);
            return;
        }
        Problems.Problem problem = problems.of(request, failure);
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        if (request.htmx() || request.wantsData()) {
            answers.problem(Problems.json(problem), problem.status(), response);
        } else {
            answers.html(
                    framing.layout(request, problem.heading(), List.of(), Problems.page(request, problem), null),
                    problem.status(),
                    http,
                    response);
        }
    }

    private Request request(HttpServletRequest http) throws IOException {
        String token = Request.cookie(http, COOKIE);
        Session session = token == null || token.isEmpty()
                ? null
                : services.access().session(token).orElse(null);
        Locale locale = session == null ? guess(http) : session.actor().locale();
        ZoneId zone = session == null
                ? contributions.region().map(Region::zone).orElse(ZoneOffset.UTC)
                : session.actor().zone();
        return new Request(http, session, locale, zone, services.texts(), times, icons, helpers);
    }

    /** Before sign-in: what was chosen here before, what the browser asks for, what the region speaks. */
    private Locale guess(HttpServletRequest http) {
        var offered = services.texts().locales();
        String chosen = Request.cookie(http, SignIn.LANGUAGE_COOKIE);
        if (chosen != null && offered.contains(Locale.forLanguageTag(chosen))) {
            return Locale.forLanguageTag(chosen);
        }
        Locale asked = asked(http.getHeader("Accept-Language"), offered);
        if (asked != null) {
            return asked;
        }
        return contributions
                .region()
                .map(Region::locale)
                .filter(offered::contains)
                .orElse(Locale.ENGLISH);
    }

    private static @Nullable Locale asked(@Nullable String header, Collection<Locale> offered) {
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(header == null ? "" : header)) {
                List<Locale> fits = Locale.filter(List.of(range), offered);
                Locale found = fits.isEmpty() ? Locale.lookup(List.of(range), offered) : fits.get(0);
                if (found != null) {
                    return found;
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) { // the latter for a lone dash
            return null;
        }
        return null;
    }
}
