package org.weir.web.record;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Conversation.Comment;
import org.weir.web.api.Visit;
import org.weir.web.cell.Shown;

/** A record's page, or its side panel, ready to be drawn. */
public record RecordView(
        Visit v,
        String type,
        String id,
        String icon,
        String title,
        long version,
        List<Fact> facts,
        List<Act> acts,
        String editUrl,
        String deleteUrl,
        boolean follows,
        Tabs tabs,
        Content body) {

    public String url() {
        return "/r/" + type + "/" + id;
    }

    /** A value with its label. @param editUrl empty when it is not edited in place */
    public record Fact(String label, Shown value, boolean wide) {}

    public record Section(String title, List<Fact> facts) {
        public boolean filled() {
            return facts.stream().anyMatch(it -> it.value().kind() != Shown.Kind.NONE);
        }
    }

    /** @param direct posts at once; otherwise its form is shown first */
    public record Act(String label, String url, boolean direct) {}

    /** @param more those behind the button */
    public record Tabs(List<Tab> shown, List<Tab> more) {
        static final Tabs NONE = new Tabs(List.of(), List.of());
    }

    public record Tab(String label, String url, boolean current, String count) {}

    /** A contributed box; a failed one says so. */
    public record Box(String title, Content content, boolean atHead) {}

    /** @param url what to open; empty for nothing */
    public record Moment(
            String title, String detail, String by, String near, String full, String iso, String url, boolean dim) {}

    /** The first tab. */
    public record Overview(
            Visit v,
            String url,
            List<Section> sections,
            List<Fact> computed,
            List<Box> boxes,
            List<Moment> lately,
            List<Comment> comments,
            String made) {

        public boolean mine(Comment comment) {
            return comment.by().equals(v.actor().user());
        }
    }

    /** @param next address of what came before; empty at the end */
    public record Times(
            Visit v,
            String url,
            List<Moment> moments,
            String next,
            @Nullable Content comments) {}
}
