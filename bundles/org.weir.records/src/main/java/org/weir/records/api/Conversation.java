package org.weir.records.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;

/** Comments on records, and following them. Whoever may read a record may comment and follow. */
@ProviderType
public interface Conversation {
    List<Comment> comments(Actor actor, String type, UUID id);

    /** @param text 1 to 10,000 characters, plain */
    Comment comment(Actor actor, String type, UUID id, String text);

    /** One's own; it stays visible as edited. */
    Comment edit(Actor actor, UUID comment, String text);

    /** One's own; a trace "deleted by …" stays. */
    void delete(Actor actor, UUID comment);

    boolean follows(Actor actor, String type, UUID id);

    void follow(Actor actor, String type, UUID id, boolean follow);

    int followers(Actor actor, String type, UUID id);

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
