package org.weir.relationship.touchpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/**
 * How many days ago an account was last met, marked when that is too long for its grade: S 30 days, A 60, others 120 (a
 * policy that region sets will be able to change when the segment policy arrives).
 */
@Component
public final class LastSeen implements ComputedField {
    private static final Map<String, Integer> TOO_LONG = Map.of("s", 30, "a", 60);
    private static final int TOO_LONG_OTHERWISE = 120;

    /** One look into the index for each account, however many contacts there are, with it or at all. */
    private static final String LAST = """
            select a.id, (
              select t.held_at from relationship.touchpoint t
              where t.account = a.id and t.held_at <= :now
              order by t.account desc, t.held_at desc limit 1) as last_at
            from relationship.account a where %s
            """;

    private final Database database;
    private final Clock clock;

    @Activate
    public LastSeen(@Reference(target = "(schema=relationship)") Database database) {
        this(database, Clock.systemUTC());
    }

    LastSeen(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "lastSeen";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean column() {
        return true;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        Map<UUID, Instant> last = lastTouchpoints(rows.stream().map(Row::id).toList());
        Map<UUID, List<Badge>> badges = new HashMap<>();
        for (Row row : rows) {
            Instant at = last.get(row.id());
            if (at != null) {
                badges.put(row.id(), List.of(badge(row, at)));
            }
        }
        return badges;
    }

    private Badge badge(Row row, Instant at) {
        long days = Math.max(0, Duration.between(at, clock.instant()).toDays());
        int limit = TOO_LONG.getOrDefault(String.valueOf(row.get("grade")), TOO_LONG_OTHERWISE);
        String tone = days > 2L * limit ? "bad" : days > limit ? "warn" : "plain";
        Text hint = days > limit ? Text.of("account.last-seen-too-long", limit) : Text.of("account.last-seen-hint");
        return new Badge(Text.of("account.days-ago", days), tone, hint);
    }

    private Map<UUID, Instant> lastTouchpoints(List<UUID> accounts) {
        Map<UUID, Instant> last = new HashMap<>();
        if (!accounts.isEmpty()) {
            database.read(handle -> handle.createQuery(
                            LAST.formatted(database.dialect().oneOf("a.id", "ids", accounts)))
                    .bind("now", clock.instant())
                    .bindArray("ids", UUID.class, accounts)
                    .map((row, context) -> {
                        OffsetDateTime at = row.getObject("last_at", OffsetDateTime.class);
                        return at == null || last.put(row.getObject("id", UUID.class), at.toInstant()) == null;
                    })
                    .list());
        }
        return last;
    }
}
