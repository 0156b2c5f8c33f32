package org.weir.webhooks.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Database;

/** The webhooks that are active, looked up when one of them changed and else every few seconds. */
final class Wanting {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Database database;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** @param since what happened before is none of its business */
    record Target(UUID webhook, @Nullable UUID owner, List<String> events, Instant since) {}

    private record Known(List<Target> targets, Instant until) {}

    Wanting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void forget() {
        known = null;
    }

    List<Target> now() {
        Known present = known;
        Instant now = clock.instant();
        if (present == null || !now.isBefore(present.until())) {
            present = new Known(read(), now.plus(REMEMBERED));
            known = present;
        }
        return present.targets();
    }

    private List<Target> read() {
        return database.read(handle -> {
            Map<UUID, List<String>> events = handle
                    .createQuery("select id, val from webhooks.webhook_events order by pos")
                    .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("val")))
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            return handle.createQuery("select id, owner, created_at from webhooks.webhook where active = true")
                    .map((row, context) -> {
                        UUID id = row.getObject("id", UUID.class);
                        return new Target(
                                id,
                                row.getObject("owner", UUID.class),
                                events.getOrDefault(id, List.of()),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant());
                    })
                    .list();
        });
    }
}
