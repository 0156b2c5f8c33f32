package org.weir.web.session;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.weir.access.api.Access;
import org.weir.access.api.Access.Session;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;

/** Changing one's password; the first one must be changed before anything else. */
public final class PasswordPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Access access;

    public PasswordPage(Access access) {
        this.access = access;
    }

    @Override
    public String path() {
        return "/password";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, Map.of());
    }

    @Override
    public Reply post(Visit visit) {
        String next = Objects.requireNonNullElse(visit.param("next"), "");
        if (!next.equals(visit.param("again"))) {
            visit.status(422);
            return show(visit, Map.of("again", visit.t("web.password.differs")));
        }
        Session session = Objects.requireNonNull(((Request) visit).session());
        UUID user = session.actor().user();
        try {
            access.changePassword(user, session.id(), Objects.requireNonNullElse(visit.param("present"), ""), next);
        } catch (ProblemException refused) {
            visit.status(refused.status());
            Map<String, String> errors = new TreeMap<>();
            refused.fields().forEach(it -> errors.put(it.field(), visit.t(it.text())));
            if (errors.isEmpty()) {
                errors.put("", visit.t(refused.text()));
            }
            return show(visit, errors);
        }
        return new Reply.Redirect("/", Text.of("web.password.changed"));
    }

    private Reply show(Visit visit, Map<String, String> errors) {
        Session session = Objects.requireNonNull(((Request) visit).session());
        return new Reply.Show(
                Text.of("web.password"),
                List.of(),
                TEMPLATES.sessionPassword(visit, session.mustChangePassword(), access.leastPassword(), errors));
    }
}
