package org.weir.testkit;

import org.weir.events.api.EventLog;
import org.weir.events.log.StoredLog;
import org.weir.testkit.database.TestDatabase;

/** The real event log, for tests that have the schema {@code events}. */
public final class TestEvents {
    private TestEvents() {}

    /** Writes in the transaction under way; nobody reads. {@code org.weir.events.embed.Events} also delivers. */
    public static EventLog log(TestDatabase databases) {
        return new StoredLog(databases.schema("events"), () -> {});
    }
}
