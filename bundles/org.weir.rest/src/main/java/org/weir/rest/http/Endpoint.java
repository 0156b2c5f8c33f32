package org.weir.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;

/**
 * Takes a request from its first line to its last byte: route, sender, permission, body, resource, answer. Passes of the
 * gate are held while Weir's code runs and never while a client sends or receives.
 */
public final class Endpoint {
    /** So much of a refused body is read, in bytes, for its client to learn why and to go on with the same connection. */
    private static final int MOST_DRAINED = 4 * Json.LIMIT;

    private final Supplier<Router> routers;
    private final Gate gate;
    private final Caller caller;
    private final Texts texts;
    private final Languages languages;
    private final Problems problems;
    private final Locale fallback;
    private final Predicate<String> knowsType;
    private final Repetition repetition;
    private final Allowance allowance;

    /** @param fallback the language of those who ask for none and are not known */
    public Endpoint(
            Supplier<Router> routers,
            Gate gate,
            Access access,
            Texts texts,
            Locale fallback,
            Predicate<String> knowsType,
            Repetition repetition,
            Allowance allowance) {
        this.routers = routers;
        this.gate = gate;
        this.caller = new Caller(access);
        this.texts = texts;
        this.languages = new Languages(texts);
        this.problems = new Problems(texts);
        this.fallback = fallback;
        this.knowsType = knowsType;
        this.repetition = repetition;
        this.allowance = allowance;
    }

    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Incoming incoming = new Incoming(request);
        Locale asked = languages.choose(incoming.headers("Accept-Language"), fallback);
        Exchange exchange = new Exchange(incoming, asked);
        Answer answer;
        try {
            answer = exchange.answer();
        } catch (Exception | StackOverflowError failure) {
            answer = problems.answer(failure, exchange.locale, incoming).render();
        }
        exchange.tellAllowance(answer);
        boolean refused = answer.status() >= 400;
        if (refused && (incoming.mediaType().equals("multipart/form-data") || !drained(request))) {
            answer.with("Connection", "close");
        }
        send(answer, incoming, response);
    }

    /** Takes the rest of a refused body off the line, so that the connection lives on; false when it is too long. */
    private static boolean drained(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_DRAINED) {
            return false;
        }
        try {
            InputStream in = request.getInputStream();
            return in.skip(MOST_DRAINED) < MOST_DRAINED;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }

    private static void send(Answer answer, Incoming incoming, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.headers().forEach(response::setHeader);
        boolean head = incoming.method().equals("HEAD");
        byte[] bytes = answer.bytes();
        if (bytes != null) {
            response.setContentLength(bytes.length);
            if (!head) {
                response.getOutputStream().write(bytes);
            }
        } else if (answer.file() != null) {
            response.setContentLengthLong(Files.size(answer.file()));
            if (!head) {
                try (OutputStream out = response.getOutputStream()) {
                    Files.copy(answer.file(), out);
                }
            }
        } else if (answer.stream() != null) {
            try (InputStream in = answer.stream()) {
                if (!head) {
                    in.transferTo(response.getOutputStream());
                }
            }
        }
    }

    /** One request under way. */
    private final class Exchange {
        private final Incoming incoming;
        private final Router router = routers.get();
        private Locale locale;
        private Allowance.@Nullable Standing standing;

        Exchange(Incoming incoming, Locale locale) {
            this.incoming = incoming;
            this.locale = locale;
        }

        @SuppressWarnings("try") // passes are held, not used
        Answer answer() throws Exception {
            List<String> path = incoming.path();
            if (incoming.method().equals("OPTIONS")) {
                return Answer.empty(204).with("Allow", String.join(", ", allowed(path)));
            }
            Router.Match match = router.match(incoming.method(), path);
            if (match == null) {
                return notAllowed(path);
            }
            Route route = match.route();
            Call.Sender sender;
            try (Gate.Pass pass = gate.enter()) {
                sender = caller.identify(incoming, route);
                Actor actor = sender.actor();
                if (actor != null) {
                    limit(actor);
                    locale = languages.choose(incoming.headers("Accept-Language"), actor.locale());
                    check(actor, match);
                }
            }
            Map<String, String> query = Percent.query(
                    incoming.request().getQueryString(),
                    name -> route.takesAnything() || route.paramNames().contains(name));
            Negotiation.checkAccept(incoming, route);
            Negotiation.checkContentType(incoming, route);
            try (Upload upload = upload(route, query)) {
                byte[] body = upload == null ? body(route) : new byte[0];
                try (Gate.Pass pass = gate.enter()) {
                    Call call = new Call(incoming, match, query, sender, locale, texts, body, upload);
                    String key = Idempotency.key(incoming, route);
                    if (key == null) {
                        return route.handler().handle(call).render();
                    }
                    String fingerprint = Idempotency.fingerprint(incoming, body, upload);
                    return repetition.once(call.actor().user(), key, fingerprint, () -> route.handler()
                            .handle(call)
                            .render());
                }
            }
        }

        private void limit(Actor actor) {
            if (allowance.limits()) {
                Allowance.Standing now = allowance.take(actor.user());
                standing = now;
                if (!now.granted()) {
                    throw new ProblemException(429, Text.of("rest.problem.too-often", now.seconds()), List.of());
                }
            }
        }

        /** As the IETF's draft on RateLimit headers has it. */
        private void tellAllowance(Answer answer) {
            Allowance.Standing now = standing;
            if (now != null) {
                answer.with("RateLimit-Policy", allowance.policy())
                        .with("RateLimit", "\"caller\";r=" + now.left() + ";t=" + now.seconds());
            }
        }

        private Answer notAllowed(List<String> path) throws IOException {
            List<String> allowed = allowed(path);
            Text text = Text.of("rest.problem.method", incoming.method(), String.join(", ", allowed));
            return problems.answer(new ProblemException(405, text, List.of()), locale, incoming)
                    .with("Allow", String.join(", ", allowed))
                    .render();
        }

        private List<String> allowed(List<String> path) {
            List<String> allowed = router.allowed(path);
            if (allowed == null) {
                throw ProblemException.notFound();
            }
            return allowed;
        }

        private @Nullable Upload upload(Route route, Map<String, String> query) throws IOException {
            if (!route.takesUpload()) {
                return null;
            }
            return incoming.mediaType().equals("multipart/form-data")
                    ? Upload.ofForm(incoming.request())
                    : Upload.ofBody(incoming.request(), query.getOrDefault("fileName", ""));
        }

        private byte[] body(Route route) throws IOException {
            if (route.reads().isEmpty()) {
                boolean sent =
                        incoming.request().getContentLengthLong() > 0 || incoming.header("Transfer-Encoding") != null;
                if (sent && !drained(incoming.request())) {
                    throw tooLarge();
                }
                return new byte[0];
            }
            if (incoming.request().getContentLengthLong() > Json.LIMIT) {
                throw tooLarge();
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
            try (InputStream in = incoming.request().getInputStream()) {
                byte[] buffer = new byte[8 << 10];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    body.write(buffer, 0, read);
                    if (body.size() > Json.LIMIT) {
                        throw tooLarge();
                    }
                }
            }
            if (body.size() == 0 && route.bodyRequired()) {
                throw ProblemException.badRequest(Text.of("rest.problem.body-missing"));
            }
            return body.toByteArray();
        }

        private ProblemException tooLarge() {
            return new ProblemException(413, Text.of("rest.problem.too-large", Json.LIMIT >> 20), List.of());
        }

        private void check(Actor actor, Router.Match match) {
            String type = match.variables().getOrDefault("type", "");
            if (match.route().perType() && !knowsType.test(type)) {
                throw ProblemException.notFound();
            }
            String permission = match.route().permission().replace("{type}", type);
            if (!permission.equals(Route.SIGNED_IN) && !actor.may(permission)) {
                throw ProblemException.forbidden(permission);
            }
        }
    }
}
