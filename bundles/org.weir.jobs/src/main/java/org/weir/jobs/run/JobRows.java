package org.weir.jobs.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.State;
import org.weir.jobs.text.TextJson;

/** How a job lies in its row. */
final class JobRows {
    static final String SELECT = """
            select j.id, j.title, j.owner, j.state, j.done, j.total, j.message, j.created_at, j.ended_at, j.kind, j.schedule,
                   j.attempts, j.due_at, j.started_at, j.node_name
            from jobs.jobs j
            """;

    private JobRows() {}

    static Job map(ResultSet row) throws SQLException {
        String message = row.getString("message");
        return new Job(
                row.getObject("id", UUID.class),
                TextJson.read(row.getString("title")),
                row.getObject("owner", UUID.class),
                State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                message == null ? null : TextJson.read(message),
                Objects.requireNonNull(moment(row, "created_at")),
                moment(row, "ended_at"),
                row.getString("kind"),
                row.getString("schedule"),
                row.getInt("attempts"),
                moment(row, "due_at"),
                moment(row, "started_at"),
                row.getString("node_name"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
