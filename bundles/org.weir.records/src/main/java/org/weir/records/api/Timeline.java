package org.weir.records.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/**
 * What happened around a record, newest first: records that refer to it and declare a timeline field, its comments, and
 * its changes.
 */
@ProviderType
public interface Timeline {
    /** @param row that the actor has read just now, so that it is not looked up again */
    List<Moment> of(Actor actor, Row row, @Nullable Instant before, int limit);

    /**
     * @param kind {@code record}, {@code comment} or {@code change}
     * @param type with {@code record}: what to open on a click
     */
    record Moment(
            Instant at,
            String kind,
            Text title,
            String detail,
            @Nullable UUID by,
            String byName,
            String type,
            UUID record) {}
}
