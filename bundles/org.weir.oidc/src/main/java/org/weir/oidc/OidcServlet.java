package org.weir.oidc;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.access.api.Audit;
import org.weir.base.api.Gate;
import org.weir.oidc.Refused.Why;

/** {@code /oidc/start}, {@code /oidc/callback} and {@code /oidc/logout}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/oidc/*")
public final class OidcServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(OidcServlet.class);
    private static final String SESSION = "weir";
    private static final String BROWSER = "weir-oidc";
    private static final int ATTEMPT_SECONDS = 600;
    private static final int LONGEST_BACK = 1000;

    private final transient Connection connection;
    private final transient Access access;
    private final transient Audit audit;
    private final transient Gate gate;

    @Activate
    public OidcServlet(
            @Reference Connection connection, @Reference Access access, @Reference Audit audit, @Reference Gate gate) {
        this.connection = connection;
        this.access = access;
        this.audit = audit;
        this.gate = gate;
    }

    @Override
    @SuppressWarnings("try")
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        Optional<SignOn> signOn = connection.signOn();
        if (signOn.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        SignOn way = signOn.get();
        String asked = request.getMethod() + " " + request.getPathInfo();
        try (Gate.Pass pass = gate.enter()) {
            switch (asked) {
                case "GET /start" -> start(way, request, response);
                case "GET /callback" -> callback(way, request, response);
                case "POST /logout" -> logout(way, request, response);
                default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private void start(SignOn way, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SignOn.Sent sent = way.send(ours(request.getParameter("back")), origin(request));
            response.addCookie(cookie(BROWSER, sent.browser(), "/oidc", ATTEMPT_SECONDS, request));
            response.sendRedirect(sent.location());
        } catch (Refused refused) {
            refuse(refused, request, response);
        }
    }

    private void callback(SignOn way, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = Objects.requireNonNullElse(request.getParameter("state"), "");
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        response.addCookie(cookie(BROWSER, "", "/oidc", 0, request));
        try {
            if (request.getParameter("error") != null || code.isEmpty()) {
                throw new Refused(Why.DENIED, "the provider says " + request.getParameter("error"));
            }
            String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
            SignOn.Guest guest = new SignOn.Guest(origin(request), request.getRemoteAddr(), agent);
            SignOn.Came came = way.receive(state, code, cookie(request, BROWSER), guest);
            String before = cookie(request, SESSION);
            if (!before.isEmpty()) {
                access.signOut(before);
            }
            response.addCookie(cookie(SESSION, came.signedIn().token(), "/", -1, request));
            response.sendRedirect(came.back());
        } catch (Refused refused) {
            refuse(refused, request, response);
        }
    }

    /** By the provider, over a line of its own. */
    private void logout(SignOn way, HttpServletRequest request, HttpServletResponse response) {
        try {
            String token = Objects.requireNonNullElse(request.getParameter("logout_token"), "");
            int ended = way.signOut(token);
            LOG.debug("the provider has ended {} sessions", ended);
        } catch (Refused refused) {
            LOG.warn("A logout was refused: {}", refused.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void refuse(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = "oidc: " + refused.getMessage();
        LOG.warn("Single sign-on refused, {}: {}", refused.why(), refused.getMessage());
        if (refused.why() != Why.LATE && refused.why() != Why.DENIED) {
            audit.note(null, "sign-in.refused", detail, request.getRemoteAddr());
        }
        response.sendRedirect("/sign-in?oidc=" + refused.why().name().toLowerCase(Locale.ROOT));
    }

    /** The path if it is one of ours, else the home page. */
    static String ours(@Nullable String path) {
        boolean ours = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/sign-")
                && path.length() <= LONGEST_BACK
                && path.chars().noneMatch(it -> it <= ' ' || it == '\\' || it > '~');
        return ours && path != null ? path : "/";
    }

    private static String origin(HttpServletRequest request) {
        return request.getScheme() + "://" + Objects.requireNonNullElse(request.getHeader("Host"), "localhost");
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    private static Cookie cookie(String name, String value, String path, int seconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setPath(path);
        cookie.setMaxAge(seconds);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
