package org.weir.records.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;

/** What changed, who did it, and the way back. Visible to whoever may read the record. */
@ProviderType
public interface History {
    /** Newest first; {@code before} is the id of the last entry seen. */
    List<Entry> of(Actor actor, String type, UUID id, @Nullable UUID before, int limit);

    /** @param row that the actor has read just now, so that it is not looked up again */
    List<Entry> of(Actor actor, Row row, @Nullable UUID before, int limit);

    /**
     * Sets the fields of one entry back to what they were before it, as a new change; read-only ones stay as they are. For
     * a deletion: makes the record again under its id.
     *
     * @throws ProblemException 409 when nothing is left to be set back
     */
    Row restore(Actor actor, String type, UUID id, UUID entry);

    /** Everything that changed in records the user follows, newest first, by others. */
    List<Entry> followed(Actor actor, int limit);

    enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }

    /** @param via empty, or {@code import}, {@code restore}, {@code undo}, {@code action:NAME} */
    record Entry(
            UUID id,
            String type,
            UUID record,
            String title,
            long version,
            Instant at,
            @Nullable UUID by,
            String byName,
            Kind kind,
            String via,
            List<Diff> diffs) {}

    /** Canonical texts ({@link Formats#write}); empty for nothing. */
    record Diff(String field, String before, String after) {}
}
