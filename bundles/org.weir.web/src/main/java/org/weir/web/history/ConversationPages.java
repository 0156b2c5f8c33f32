package org.weir.web.history;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.History;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Flash;
import org.weir.web.shell.Json;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** What is done around a record: comment, follow, restore, delete. */
public final class ConversationPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LONGEST = 10_000;

    private final Services services;

    public ConversationPages(Services services) {
        this.services = services;
    }

    public List<Page> pages() {
        return List.of(
                new Post("/r/{type}/{id}/comments", this::comment),
                new Post("/r/{type}/{id}/comments/{comment}", this::edit),
                new Post("/r/{type}/{id}/comments/{comment}/delete", this::remove),
                new Post("/r/{type}/{id}/follow", this::follow),
                new Post("/r/{type}/{id}/restore/{entry}", this::restore),
                new Post("/r/{type}/{id}/delete", this::delete));
    }

    private record Post(String path, Function<Visit, Reply> work) implements Page {
        @Override
        public String permission() {
            return SIGNED_IN;
        }

        @Override
        public Reply get(Visit visit) {
            return new Reply.Redirect("/r/" + visit.path("type") + "/" + visit.path("id"), null);
        }

        @Override
        public Reply post(Visit visit) {
            return work.apply(visit);
        }
    }

    private static String own(Visit visit) {
        return "/r/" + visit.path("type") + "/" + visit.path("id");
    }

    private Reply comment(Visit visit) {
        services.conversation().comment(visit.actor(), type(visit).name(), visit.pathId("id"), text(visit));
        return comments(visit);
    }

    private Reply edit(Visit visit) {
        services.conversation().edit(visit.actor(), visit.pathId("comment"), text(visit));
        return comments(visit);
    }

    private Reply remove(Visit visit) {
        services.conversation().delete(visit.actor(), visit.pathId("comment"));
        return comments(visit);
    }

    private static String text(Visit visit) {
        String text = Objects.requireNonNullElse(visit.param("text"), "")
                .replace("\r\n", "\n")
                .strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw ProblemException.invalid("text", Text.of("web.comment.length", LONGEST));
        }
        return text;
    }

    private Reply comments(Visit visit) {
        if (!visit.htmx()) {
            return new Reply.Redirect(own(visit) + "#comments", null);
        }
        return new Reply.Fragment(TEMPLATES.historyComments(
                visit,
                own(visit),
                services.conversation().comments(visit.actor(), type(visit).name(), visit.pathId("id"))));
    }

    private RecordType type(Visit visit) {
        return services.types().get(visit.path("type"));
    }

    private Reply follow(Visit visit) {
        boolean follow = "true".equals(visit.param("follow"));
        services.conversation().follow(visit.actor(), type(visit).name(), visit.pathId("id"), follow);
        Text said = Text.of(follow ? "web.followed" : "web.unfollowed");
        if (visit.htmx()) {
            visit.header("HX-Trigger", Json.toast(Flash.good(visit.t(said))));
            return new Reply.Fragment(TEMPLATES.recordFollow(visit, own(visit), follow));
        }
        return new Reply.Redirect(own(visit), said);
    }

    private Reply restore(Visit visit) {
        Row row = services.history()
                .restore(visit.actor(), type(visit).name(), visit.pathId("id"), visit.pathId("entry"));
        return new Reply.Redirect("/r/" + row.type().name() + "/" + row.id(), Text.of("web.restored"));
    }

    /** Gone, but not for good: the word on the next page brings it back. */
    private Reply delete(Visit visit) {
        RecordType type = type(visit);
        UUID id = visit.pathId("id");
        services.records().delete(visit.actor(), type.name(), id, null);
        String undo = services.history().of(visit.actor(), type.name(), id, null, 1).stream()
                .filter(it -> it.kind() == History.Kind.DELETED)
                .findFirst()
                .map(it -> own(visit) + "/restore/" + it.id())
                .orElse("");
        ((Request) visit)
                .flash(new Flash(visit.t("web.deleted", visit.t(type.one())), "good", undo, visit.t("web.undo")));
        return new Reply.Redirect("/r/" + type.name(), null);
    }
}
