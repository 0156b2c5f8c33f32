package org.weir.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Access.Session;
import org.weir.access.api.Access.SignedIn;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Reply;
import org.weir.web.api.SignInWay;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;
import org.weir.web.shell.Shell;

/** Everything that is open before one is signed in. */
public final class SignIn {
    public static final String LANGUAGE_COOKIE = "weir-language";
    private static final int YEAR = 31_536_000;
    private static final String KEPT = "kept.";
    private static final String KEPT_TO = "_kept_to";
    private static final String CODE = "/sign-in/code";
    private static final int UNAUTHORIZED = 401;
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Access access;
    private final NewPasswordForm newPassword;
    private final Supplier<List<SignInWay>> ways;
    private final Texts texts;
    private final boolean demo;

    /** @param ways others than by password; @param demo whether to tell who may sign in */
    public SignIn(Access access, Texts texts, Supplier<List<SignInWay>> ways, boolean demo) {
        this.ways = ways;
        this.demo = demo;
        this.access = access;
        this.newPassword = new NewPasswordForm(access);
        this.texts = texts;
    }

    public boolean handles(String path, @Nullable Session session) {
        return path.equals("/sign-in")
                || path.equals(CODE)
                || path.equals(NewPasswordForm.PATH)
                || path.equals("/sign-out")
                || (session == null && path.equals("/preferences/language"));
    }

    public Reply answer(Request request, boolean read, HttpServletRequest http, HttpServletResponse response) {
        String path = request.pathOnly();
        if (path.equals("/sign-out")) {
            return signOut(request, read, http, response);
        }
        if (path.equals("/preferences/language")) {
            return language(request, http, response);
        }
        if (path.equals(NewPasswordForm.PATH)) {
            if (!read) {
                fromHere(http);
            }
            return newPassword.answer(request, read, response);
        }
        if (read) {
            return request.session() == null
                    ? form(request, back(request), "", refused(request))
                    : new Reply.Redirect(back(request), null);
        }
        fromHere(http);
        return path.equals(CODE) ? code(request, http, response) : signIn(request, http, response);
    }

    private Reply signIn(Request request, HttpServletRequest http, HttpServletResponse response) {
        String login = Objects.requireNonNullElse(request.param("login"), "").strip();
        String password = Objects.requireNonNullElse(request.param("password"), "");
        try {
            Access.Step step = access.enter(login, password, request.address(), request.userAgent());
            if (step instanceof Access.Step.Asked asked) {
                return codeForm(request, asked.challenge(), "");
            }
            return opened(request, ((Access.Step.Open) step).signedIn(), http, response);
        } catch (ProblemException refused) {
            request.status(refused.status());
            return form(request, back(request), login, refused.text());
        }
    }

    /** The second step. */
    private Reply code(Request request, HttpServletRequest http, HttpServletResponse response) {
        String challenge = Objects.requireNonNullElse(request.param("challenge"), "");
        String code = Objects.requireNonNullElse(request.param("code"), "");
        try {
            SignedIn in = access.code(challenge, code, request.address(), request.userAgent());
            return opened(request, in, http, response);
        } catch (ProblemException refused) {
            request.status(refused.status());
            if (refused.status() == UNAUTHORIZED) {
                return form(request, back(request), "", refused.text());
            }
            Text said = refused.fields().isEmpty()
                    ? refused.text()
                    : refused.fields().get(0).text();
            return codeForm(request, challenge, request.t(said));
        }
    }

    private static Reply codeForm(Request request, String challenge, String problem) {
        if (request.htmx()) {
            return new Reply.Fragment(TEMPLATES.sessionCodeAgain(request, challenge, problem));
        }
        return new Reply.Show(
                Text.of("web.sign-in"),
                List.of(),
                TEMPLATES.sessionSignInCode(request, back(request), challenge, problem, kept(request)));
    }

    private static String next(Session session, String back) {
        if (session.mustChangePassword()) {
            return "/password";
        }
        return session.mustSetUpSecondFactor() ? SecondFactorPage.PATH : back;
    }

    /** A session with a new id, whatever the browser had before. */
    private Reply opened(Request request, SignedIn in, HttpServletRequest http, HttpServletResponse response) {
        String before = request.cookie(Shell.COOKIE);
        if (before != null) {
            access.signOut(before);
        }
        response.addCookie(cookie(Shell.COOKIE, in.token(), -1, http));
        if (request.htmx()) {
            request.header(
                    "HX-Trigger",
                    "{\"weir:signed-in\":{\"csrf\":\"" + in.session().csrf() + "\"}}");
            return new Reply.Fragment(
                    TEMPLATES.sessionSignedIn(request, in.session().csrf()));
        }
        String to = request.param(KEPT_TO);
        if (to != null && in.session().open()) {
            return resume(request, to, in.session().csrf());
        }
        return new Reply.Redirect(next(in.session(), back(request)), null);
    }

    private Reply signOut(Request request, boolean read, HttpServletRequest http, HttpServletResponse response) {
        if (read) {
            throw new ProblemException(405, Text.of("web.error.method"), List.of());
        }
        Session session = request.session();
        String token = request.cookie(Shell.COOKIE);
        if (session != null && token != null) {
            if (!session.csrf().equals(request.param("_csrf"))) {
                throw new ProblemException(403, Text.of("web.error.csrf"), List.of());
            }
            access.signOut(token);
        }
        response.addCookie(cookie(Shell.COOKIE, "", 0, http));
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return new Reply.Redirect("/sign-in", null);
    }

    private Reply language(Request request, HttpServletRequest http, HttpServletResponse response) {
        fromHere(http);
        String chosen = Objects.requireNonNullElse(request.param("language"), "");
        if (texts.locales().contains(Locale.forLanguageTag(chosen))) {
            response.addCookie(cookie(LANGUAGE_COOKIE, chosen, YEAR, http));
        }
        return new Reply.Redirect("/sign-in?back=" + URLEncoder.encode(back(request), StandardCharsets.UTF_8), null);
    }

    /** Nobody is signed in: a piece of page gets a dialog that keeps the form, a page is redirected and comes back. */
    public Reply ask(Request request, boolean read, HttpServletRequest http) {
        if (request.htmx()) {
            request.status(UNAUTHORIZED);
            request.header("HX-Retarget", "#dialogs");
            request.header("HX-Reswap", "innerHTML");
            request.header("X-Signed-Out", "true");
            return new Reply.Fragment(TEMPLATES.sessionAgain(request, "", ""));
        }
        if (request.wantsData()) {
            throw new ProblemException(UNAUTHORIZED, Text.of("web.error.signed-out"), List.of());
        }
        if (!read && !request.files() && !request.params().isEmpty()) {
            fromHere(http);
            request.status(UNAUTHORIZED);
            return keep(request);
        }
        String back = read ? request.url() : "/";
        return new Reply.Redirect("/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8), null);
    }

    private Reply form(Request request, String back, String login, @Nullable Text problem) {
        String said = problem == null ? "" : request.t(problem);
        if (request.htmx()) {
            return new Reply.Fragment(TEMPLATES.sessionAgain(request, login, said));
        }
        return page(request, back, login, said, kept(request));
    }

    /** A form that came too late: it is asked to sign in, and what was typed travels along to be sent again. */
    private Reply keep(Request request) {
        List<Kept> kept = new ArrayList<>(List.of(new Kept(KEPT_TO, request.url())));
        request.params().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                values.forEach(it -> kept.add(new Kept(KEPT + name, it)));
            }
        });
        return page(request, "/", "", request.t("web.sign-in.kept"), kept);
    }

    /** A parameter that travels along. */
    public record Kept(String name, String value) {}

    private static List<Kept> kept(Request request) {
        List<Kept> kept = new ArrayList<>();
        request.params().forEach((name, values) -> {
            if (name.equals(KEPT_TO) || name.startsWith(KEPT)) {
                values.forEach(it -> kept.add(new Kept(name, it)));
            }
        });
        return kept;
    }

    /** Signed in again: the form is shown as one button, with a token of the new session. */
    private static Reply resume(Request request, String to, String csrf) {
        List<Kept> kept = new ArrayList<>();
        request.params().forEach((name, values) -> {
            if (name.startsWith(KEPT)) {
                values.forEach(it -> kept.add(new Kept(name.substring(KEPT.length()), it)));
            }
        });
        return new Reply.Show(
                Text.of("web.sign-in"), List.of(), TEMPLATES.sessionResume(request, ours(to), csrf, kept));
    }

    private Reply page(Request request, String back, String login, String said, List<Kept> kept) {
        return new Reply.Show(
                Text.of("web.sign-in"),
                List.of(),
                TEMPLATES.sessionSignIn(request, back, login, said, hint(request), kept, ways(request, back)));
    }

    /** Why one comes back from another way. */
    private @Nullable Text refused(Request request) {
        for (SignInWay way : ways.get()) {
            String code = request.param(way.name());
            if (code != null) {
                return way.problem(code).orElse(null);
            }
        }
        return null;
    }

    /** A button of another way. */
    public record Way(String label, String href) {}

    private List<Way> ways(Request request, String back) {
        return ways.get().stream()
                .map(it -> new Way(
                        request.t(it.label()), it.href() + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)))
                .toList();
    }

    private String hint(Request request) {
        return demo ? texts.find(request.locale(), "demo.sign-in").orElse("") : "";
    }

    /** Where to go after sign-in: only a path of our own. */
    static String back(Request request) {
        return ours(request.param("back"));
    }

    /** The path if it is one of ours, else the home page. */
    public static String ours(@Nullable String path) {
        boolean ours = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/\\")
                && !path.startsWith("/sign-")
                && path.chars().noneMatch(it -> it < ' ' || it == '\\');
        return ours && path != null ? path : "/";
    }

    /** A form of another site must not sign anybody in. */
    private static void fromHere(HttpServletRequest http) {
        String origin = http.getHeader("Origin");
        String site = http.getHeader("Sec-Fetch-Site");
        boolean foreign = (site != null && !site.equals("same-origin") && !site.equals("none"))
                || (origin != null && !sameHost(origin, http.getHeader("Host")));
        if (foreign) {
            throw new ProblemException(403, Text.of("web.error.csrf"), List.of());
        }
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(host);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Cookie cookie(String name, String value, int seconds, HttpServletRequest http) {
        return Shell.cookie(name, value, seconds, http.isSecure());
    }
}
