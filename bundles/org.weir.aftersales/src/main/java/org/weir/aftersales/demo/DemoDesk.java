package org.weir.aftersales.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** What the parts of the demo work with; everything is done by somebody. */
final class DemoDesk {
    private static final int MOST = 500;

    final Records records;
    final Directory directory;
    final Actor system;
    private final RecordTypes types;
    private final Actions actions;
    private final Access access;
    private final Clock clock;

    DemoDesk(Records records, RecordTypes types, Actions actions, Directory directory, Access access, Clock clock) {
        this.records = records;
        this.types = types;
        this.actions = actions;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        this.system = access.system();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** So many minutes ago. */
    Instant ago(long minutes) {
        return clock.instant().minus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    }

    boolean knows(String type) {
        return types.find(type).isPresent();
    }

    UUID user(String login) {
        return directory
                .byLogin(login)
                .orElseThrow(() -> new IllegalStateException("The demo has no " + login))
                .id();
    }

    Actor actor(String login) {
        return access.actor(user(login));
    }

    Optional<Row> account(String name) {
        return all("account", "name", name).stream().findFirst();
    }

    List<Row> all(String type, String field, Object value) {
        return records.list(
                        system, Query.all(type).where(Filter.eq(field, value)).limit(MOST))
                .rows();
    }

    Row create(Actor by, String type, @Nullable Object... fields) {
        return records.create(by, Draft.create(type, values(fields)));
    }

    Row change(Row row, @Nullable Object... fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(values(fields));
        return records.update(system, Draft.change(row, values));
    }

    Row again(Row row) {
        return records.read(system, row.type().name(), row.id());
    }

    /** Runs a use case as the product does when somebody presses its button. */
    Action.Done run(Actor by, Row row, String action, @Nullable Object... input) {
        return actions.run(by, row.type().name(), action, List.of(row.id()), null, values(input));
    }

    /** Without those that are null. */
    private static Map<String, Object> values(@Nullable Object... fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            if (value != null) {
                values.put(String.valueOf(fields[i]), value);
            }
        }
        return values;
    }
}
