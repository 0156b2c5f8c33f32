package org.weir.rest.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Conversation;
import org.weir.records.api.RecordType;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** Comments on a record, and following it. */
public final class CommentResource {
    private final Kit kit;
    private final Conversation conversation;

    public CommentResource(Kit kit, Conversation conversation) {
        this.kit = kit;
        this.conversation = conversation;
    }

    public List<Route> routes() {
        Shape comment = new Shape.Of(Comment.class);
        Shape following = new Shape.Of(Following.class);
        return List.of(
                Route.of("GET", "/{type}/{id}/comments", "listComments", this::comments)
                        .needs("{type}:read")
                        .gives(200, new Shape.ItemsOf(Comment.class))
                        .refuses(404),
                Route.of("POST", "/{type}/{id}/comments", "comment", this::comment)
                        .needs("{type}:read")
                        .reads(new Shape.Of(Words.class))
                        .gives(201, comment)
                        .refuses(404, 422),
                Route.of("PUT", "/{type}/{id}/comments/{comment}", "editComment", this::edit)
                        .needs("{type}:read")
                        .reads(new Shape.Of(Words.class))
                        .gives(200, comment)
                        .refuses(404, 422),
                Route.of("DELETE", "/{type}/{id}/comments/{comment}", "deleteComment", this::delete)
                        .needs("{type}:read")
                        .gives(204)
                        .refuses(404),
                Route.of("GET", "/{type}/{id}/follow", "following", this::following)
                        .needs("{type}:read")
                        .gives(200, following)
                        .refuses(404),
                Route.of("PUT", "/{type}/{id}/follow", "follow", call -> follow(call, true))
                        .needs("{type}:read")
                        .gives(200, following)
                        .refuses(404),
                Route.of("DELETE", "/{type}/{id}/follow", "unfollow", call -> follow(call, false))
                        .needs("{type}:read")
                        .gives(200, following)
                        .refuses(404));
    }

    /** What somebody wrote; {@code text} is empty when it was deleted. */
    record Comment(
            UUID id,
            HistoryResource.By by,
            Instant at,
            String text,
            @Nullable Instant editedAt,
            boolean deleted) {}

    /** 1 to 10,000 characters, plain. */
    record Words(@Needed String text) {}

    /** Whether the caller follows the record, and how many do. */
    record Following(boolean following, int followers) {}

    private Answer comments(Call call) {
        RecordType type = kit.type(call);
        return call.answer(new Items<>(conversation.comments(call.actor(), type.name(), call.id("id")).stream()
                .map(CommentResource::shown)
                .toList()));
    }

    private Answer comment(Call call) {
        RecordType type = kit.type(call);
        String text = call.body(Words.class).text();
        Conversation.Comment made = conversation.comment(call.actor(), type.name(), call.id("id"), text);
        return call.answer(201, shown(made));
    }

    private Answer edit(Call call) {
        String text = call.body(Words.class).text();
        return call.answer(shown(conversation.edit(call.actor(), onThisRecord(call), text)));
    }

    private Answer delete(Call call) {
        conversation.delete(call.actor(), onThisRecord(call));
        return Answer.empty(204);
    }

    /** The comment of the path, which must be one of the record of the path. */
    private UUID onThisRecord(Call call) {
        RecordType type = kit.type(call);
        UUID comment = call.id("comment");
        boolean there = conversation.comments(call.actor(), type.name(), call.id("id")).stream()
                .anyMatch(it -> it.id().equals(comment));
        if (!there) {
            throw ProblemException.notFound();
        }
        return comment;
    }

    private Answer following(Call call) {
        RecordType type = kit.type(call);
        UUID id = call.id("id");
        return call.answer(new Following(
                conversation.follows(call.actor(), type.name(), id),
                conversation.followers(call.actor(), type.name(), id)));
    }

    private Answer follow(Call call, boolean follow) {
        conversation.follow(call.actor(), kit.type(call).name(), call.id("id"), follow);
        return following(call);
    }

    private static Comment shown(Conversation.Comment comment) {
        return new Comment(
                comment.id(),
                new HistoryResource.By(comment.by(), comment.byName(), "user"),
                comment.at(),
                comment.text(),
                comment.editedAt(),
                comment.deleted());
    }
}
