package org.weir.web.shell;

import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access.Session;
import org.weir.access.api.Actor;
import org.weir.base.api.Initials;
import org.weir.base.api.Region;
import org.weir.base.api.Texts;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.home.GatherDay;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.session.SignIn;

/** Puts content into the frame. */
final class Framing {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Texts texts;
    private final Contributions contributions;
    private final Navigation navigation;
    private final ScriptTexts scriptTexts;
    private final GatherDay day;

    Framing(Texts texts, Contributions contributions, Navigation navigation, ScriptTexts scriptTexts, GatherDay day) {
        this.day = day;
        this.scriptTexts = scriptTexts;
        this.texts = texts;
        this.contributions = contributions;
        this.navigation = navigation;
    }

    Content page(Request request, Reply.Show show, @Nullable Flash flash) {
        return layout(request, request.t(show.title()), show.crumbs(), show.content(), flash);
    }

    Content layout(Request request, String title, List<Crumb> crumbs, Content content, @Nullable Flash flash) {
        Session session = request.session();
        boolean bare = session == null || !session.open();
        Actor actor = session == null ? null : session.actor();
        String path = request.pathOnly();
        Frame frame = new Frame(
                request,
                title,
                crumbs,
                content,
                bare,
                bare || actor == null ? List.of() : navigation.sections(actor, request, path),
                bare || actor == null ? List.of() : navigation.mine(actor, request, path),
                session == null ? "auto" : session.theme(),
                contributions.region().map(Region::privacyText).map(request::t).orElse(""),
                languages(request.locale()),
                flash,
                actor,
                actor == null ? "" : Initials.of(actor.name()),
                fresh(path, actor),
                scriptTexts.address(request.locale()),
                path.equals("/"),
                actor == null ? "" : waiting(actor),
                bare ? SignIn.ours(request.param("back")) : request.url(),
                contributions.notices().stream().map(request::t).toList());
        return TEMPLATES.shellLayout(frame);
    }

    private String waiting(Actor actor) {
        int waiting = day.lately(actor.user()).orElse(0);
        return waiting == 0 ? "" : String.valueOf(waiting);
    }

    private List<Frame.Language> languages(Locale now) {
        return texts.locales().stream()
                .map(it -> new Frame.Language(it.toLanguageTag(), Frame.own(it), it.equals(now)))
                .toList();
    }

    /** What the round plus makes: a record of the type one is looking at. */
    private String fresh(String path, @Nullable Actor actor) {
        String[] parts = path.split("/");
        if (actor != null && parts.length > 2 && parts[1].equals("r") && actor.may(parts[2] + ":create")) {
            return "/r/" + parts[2] + "/new";
        }
        return "";
    }
}
