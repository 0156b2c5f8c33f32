package org.weir.web.admin;

import java.util.List;
import java.util.UUID;
import org.weir.access.api.Access;
import org.weir.access.api.Access.OpenSession;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.User;
import org.weir.access.api.SecondFactor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;
import org.weir.web.token.TokenPages;

/** {@code /admin/users/{id}/access}: how somebody comes in: sessions, tokens, second factor, what happened lately. */
public final class UserAccessPage {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String AT = "/admin/users/{id}/access";
    private static final int LATELY = 30;

    private final Access access;
    private final Directory directory;
    private final Texts texts;

    public UserAccessPage(Services services) {
        this.access = services.access();
        this.directory = services.directory();
        this.texts = services.texts();
    }

    /** @param link to hand over, just made; else empty */
    public record View(
            Visit v,
            String id,
            User user,
            List<OpenSession> sessions,
            List<TokenPages.Line> tokens,
            SecondFactor.State second,
            List<AuditPage.Line> lately,
            String link) {}

    public List<Page> pages() {
        return List.of(
                Handled.show(AT, Entry.ADMINISTER, visit -> show(visit, "")),
                Handled.act(AT + "/link", Entry.ADMINISTER, UserAccessPage::back, this::link),
                Handled.act(AT + "/reset", Entry.ADMINISTER, UserAccessPage::back, this::reset),
                Handled.act(AT + "/sessions/{one}/end", Entry.ADMINISTER, UserAccessPage::back, this::end),
                Handled.act(AT + "/tokens/{one}/revoke", Entry.ADMINISTER, UserAccessPage::back, this::revoke));
    }

    private static String back(Visit visit) {
        return "/admin/users/" + visit.path("id") + "/access";
    }

    private Reply show(Visit visit, String link) {
        UUID id = visit.pathId("id");
        User user =
                directory.user(visit.actor(), id).filter(it -> !it.service()).orElseThrow(ProblemException::notFound);
        SecondFactor.State none = new SecondFactor.State(false, false, null, 0);
        View view = new View(
                visit,
                id.toString(),
                user,
                access.sessions(visit.actor(), id),
                TokenPages.lines(visit, access.tokens().of(visit.actor(), id)),
                user.active() ? access.secondFactor().state(id) : none,
                access.signIns(id, LATELY).stream()
                        .map(it -> AuditPage.line(visit, texts, it, user.name()))
                        .toList(),
                link);
        return new Reply.Show(
                Text.of("user.access"),
                List.of(
                        Entry.HOME,
                        new Crumb(Text.of("admin.users"), "/admin/users"),
                        new Crumb(Text.of("web.as-is", user.name()), "/admin/users/" + id)),
                TEMPLATES.adminUserAccess(view));
    }

    private Reply link(Visit visit) {
        String secret = access.passwordLink(visit.actor(), visit.pathId("id"));
        return show(visit, ((Request) visit).origin() + "/new-password?link=" + secret);
    }

    private Reply reset(Visit visit) {
        access.secondFactor().reset(visit.actor(), visit.pathId("id"));
        return new Reply.Redirect(back(visit), Text.of("user.access.second.done"));
    }

    private Reply end(Visit visit) {
        access.endSession(visit.actor(), visit.pathId("id"), visit.pathId("one"));
        return new Reply.Redirect(back(visit), Text.of("web.account.ended"));
    }

    private Reply revoke(Visit visit) {
        access.tokens().revoke(visit.actor(), visit.pathId("id"), visit.pathId("one"));
        return new Reply.Redirect(back(visit), Text.of("token.revoked"));
    }
}
