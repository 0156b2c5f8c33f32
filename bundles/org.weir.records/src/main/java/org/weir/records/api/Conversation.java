package org.weir.records.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;

/**
 * Comments on records, and following them. Whoever may read a record may comment and follow. A new comment is a fact in the
 * event log: type {@link #COMMENTED}, about the record, with {@code {"comment": id}} as its data.
 */
@ProviderType
public interface Conversation {
    /** The type of the event that tells of a comment. */
    String COMMENTED = "comment.added";

    /** The type of the event that tells that a comment was edited or deleted; its data as before. */
    String COMMENT_CHANGED = "comment.changed";

    List<Comment> comments(Actor actor, String type, UUID id);

    /** @param row that the actor has read just now, so that it is not looked up again */
    List<Comment> comments(Actor actor, Row row);

    /** @param text 1 to 10,000 characters, plain */
    Comment comment(Actor actor, String type, UUID id, String text);

    /** One's own; it stays visible as edited. */
    Comment edit(Actor actor, UUID comment, String text);

    /** One's own; a trace "deleted by …" stays. */
    void delete(Actor actor, UUID comment);

    /**
     * Comments with what they are about, without those that were deleted, whoever may see them: who shows them to somebody
     * asks {@link Records#visible} first.
     */
    List<Said> said(Collection<UUID> comments);

    /** As {@link #said}, all there are in order of their ids; after null is the first. */
    List<Said> walk(@Nullable UUID after, int limit);

    boolean follows(Actor actor, String type, UUID id);

    /** @param row that the actor has read just now, so that it is not looked up again */
    boolean follows(Actor actor, Row row);

    void follow(Actor actor, String type, UUID id, boolean follow);

    int followers(Actor actor, String type, UUID id);

    /** Who follows the record; whether each may still read it is not looked at. */
    List<UUID> followedBy(Actor actor, String type, UUID id);

    /**
     * @param type of the record
     * @param record that the comment is about
     */
    record Said(Comment comment, String type, UUID record) {}

    /** @param text empty when deleted */
    record Comment(
            UUID id,
            UUID by,
            String byName,
            Instant at,
            String text,
            @Nullable Instant editedAt,
            boolean deleted) {}
}
