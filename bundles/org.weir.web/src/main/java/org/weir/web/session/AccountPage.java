package org.weir.web.session;

import java.util.List;
import org.weir.access.api.Access;
import org.weir.access.api.Access.OpenSession;
import org.weir.access.api.Access.Session;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.admin.AuditPage;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /account}: one's time zone, and where one is signed in. */
public final class AccountPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private static final int LATELY = 10;

    private final Access access;
    private final Texts texts;

    public AccountPage(Services services) {
        this.access = services.access();
        this.texts = services.texts();
    }

    @Override
    public String path() {
        return "/account";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        Session session = ((Request) visit).session();
        List<OpenSession> sessions = access.sessions(visit.actor().user());
        return new Reply.Show(
                Text.of("web.account"),
                List.of(),
                TEMPLATES.sessionAccount(
                        visit,
                        PreferencePage.zones(),
                        sessions,
                        session == null ? "" : session.id().toString(),
                        access.signIns(visit.actor().user(), LATELY).stream()
                                .map(it -> AuditPage.line(visit, texts, it, ""))
                                .toList()));
    }

    /** Ends one of one's sessions. */
    @Override
    public Reply post(Visit visit) {
        String session = visit.param("end");
        if (session != null) {
            access.endSession(visit.actor().user(), Request.id(session));
        }
        return new Reply.Redirect("/account", Text.of("web.account.ended"));
    }
}
