package org.weir.events.log;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.weir.events.api.Event;

/** How a fact becomes a row. */
final class InsertEvent {
    static final String WITH_POSITION = """
            insert into events.log (position, id, type, subject_type, subject, happened_at, actor, data)
            values (:position, :id, :type, :subjectType, :subject, :happenedAt, :actor, :data)
            """;

    private InsertEvent() {}

    static PreparedBatch bind(PreparedBatch batch, Event event) {
        return batch.bind("id", event.id())
                .bind("type", event.type())
                .bind("subjectType", event.subjectType())
                .bind("subject", event.subject())
                .bind("happenedAt", event.at())
                .bind("actor", event.actor())
                .bind("data", event.data());
    }
}
