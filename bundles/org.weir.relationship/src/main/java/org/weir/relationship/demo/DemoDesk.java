package org.weir.relationship.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Money;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Via;

/** Finds and makes what the demo is about; tables are lines of {@code |}-separated cells. */
final class DemoDesk {
    final Actor system;
    final LocalDate today;
    private final Records records;
    private final Directory directory;
    private final Access access;
    private final Map<String, Row> accounts = new HashMap<>();
    private final Map<String, UUID> named = new HashMap<>();

    DemoDesk(Records records, Directory directory, Access access, Actor system, LocalDate today) {
        this.records = records;
        this.directory = directory;
        this.access = access;
        this.system = system;
        this.today = today;
    }

    Records records() {
        return records;
    }

    static List<String[]> table(String text) {
        return text.lines()
                .filter(it -> !it.isBlank())
                .map(it -> it.strip().split("\\|", -1))
                .toList();
    }

    Row account(String name) {
        return accounts.computeIfAbsent(name, it -> first("account", Filter.eq("name", it)));
    }

    Row first(String type, Filter filter) {
        return records.list(system, Query.all(type).where(filter).limit(1)).rows().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo has no " + type + " " + filter));
    }

    /** The people at the account, in the order they came. */
    List<UUID> people(Row account) {
        return records
                .list(
                        system,
                        Query.all("employment")
                                .where(Filter.eq("account", account.id()))
                                .limit(100))
                .rows()
                .stream()
                .sorted(java.util.Comparator.comparing(Row::createdAt).thenComparing(Row::id))
                .map(it -> Objects.requireNonNull(it.ref("person")))
                .toList();
    }

    /** The record of the name, made when it is not there. */
    UUID named(String type, String name) {
        return named.computeIfAbsent(
                type + ':' + name, it -> records.create(system, Draft.create(type, Map.of("name", name)))
                        .id());
    }

    UUID user(String login) {
        return directory.byLogin(login).orElseThrow().id();
    }

    Actor actor(String login) {
        return access.actor(user(login));
    }

    Row make(String type, Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> filled = new HashMap<>();
        values.forEach((field, value) -> {
            if (value != null && !"".equals(value)) {
                filled.put(field, value);
            }
        });
        return records.create(system, Draft.create(type, filled));
    }

    /** What the owner's records have: owner and team of the account. */
    Map<String, @Nullable Object> ofAccount(Row account) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("account", account.id());
        values.put("owner", account.get("owner"));
        values.put("team", account.get("team"));
        return values;
    }

    Action.Done act(Action action, Actor actor, Row row, Record input) {
        Row now = records.read(actor, row.type().name(), row.id());
        return Via.during(
                "action:" + action.name(), () -> action.run(new Action.Call(actor, List.of(now), null, input)));
    }

    LocalDate day(String daysFromToday) {
        return today.plusDays(Long.parseLong(daysFromToday));
    }

    static @Nullable Money money(String amount, String currency) {
        return amount.isEmpty() ? null : Money.of(amount, currency);
    }
}
