package org.weir.web.session;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Reply;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;

/** {@code /new-password?link=…}: a new password for who comes with an administrator's link, without being signed in. */
final class NewPasswordForm {
    static final String PATH = "/new-password";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Access access;

    NewPasswordForm(Access access) {
        this.access = access;
    }

    Reply answer(Request request, boolean read, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        String link = Objects.requireNonNullElse(request.param("link"), "");
        Optional<String> login = access.loginOf(link);
        if (login.isEmpty()) {
            throw new ProblemException(410, Text.of("access.password.link-over"), List.of());
        }
        return read ? show(request, link, login.get(), Map.of()) : set(request, link, login.get());
    }

    private Reply set(Request request, String link, String login) {
        String next = Objects.requireNonNullElse(request.param("next"), "");
        if (!next.equals(request.param("again"))) {
            request.status(422);
            return show(request, link, login, Map.of("again", request.t("web.password.differs")));
        }
        try {
            access.usePasswordLink(link, next, request.address());
        } catch (ProblemException refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            request.status(422);
            Map<String, String> errors = new TreeMap<>();
            refused.fields().forEach(it -> errors.put(it.field(), request.t(it.text())));
            return show(request, link, login, errors);
        }
        return new Reply.Redirect("/sign-in", Text.of("web.password.changed"));
    }

    private Reply show(Request request, String link, String login, Map<String, String> errors) {
        return new Reply.Show(
                Text.of("web.password"),
                List.of(),
                TEMPLATES.sessionNewPassword(request, link, login, access.leastPassword(), errors));
    }
}
