package org.weir.relationship.team;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/**
 * The iron triangle of an account as three faces: who is AR, SR and FR today. For grade S and A, a part that nobody holds is
 * shown as missing.
 */
@Component
public final class Triangle implements ComputedField {
    private static final List<String> PARTS = List.of("ar", "sr", "fr");
    private static final Set<String> NEED_ALL_THREE = Set.of("s", "a");

    private final AccountTeamStore store;
    private final Directory directory;

    @Activate
    public Triangle(@Reference(target = "(schema=relationship)") Database database, @Reference Directory directory) {
        this.store = new AccountTeamStore(database);
        this.directory = directory;
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "triangle";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean column() {
        return true;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        Map<UUID, Map<String, UUID>> holders = new HashMap<>();
        store.triangles(rows.stream().map(Row::id).toList(), AccountTeamStore.day(Instant.now()))
                .forEach(it -> holders.computeIfAbsent(it.account(), key -> new HashMap<>())
                        .putIfAbsent(it.part(), it.member()));
        Map<UUID, Directory.Person> people = directory.people(holders.values().stream()
                .flatMap(it -> it.values().stream())
                .distinct()
                .toList());
        Map<UUID, List<Badge>> badges = new HashMap<>();
        for (Row row : rows) {
            badges.put(row.id(), badges(row, holders.getOrDefault(row.id(), Map.of()), people));
        }
        return badges;
    }

    private static List<Badge> badges(Row row, Map<String, UUID> held, Map<UUID, Directory.Person> people) {
        List<Badge> badges = new ArrayList<>();
        for (String part : PARTS) {
            Text role = Text.of("record.account-member.part." + part);
            Directory.@Nullable Person person = held.containsKey(part) ? people.get(held.get(part)) : null;
            if (person != null) {
                badges.add(new Badge(
                        Text.of("relationship.as-is", person.initials()),
                        "face",
                        Text.of("account-member.is", role, person.name())));
            } else if (NEED_ALL_THREE.contains(String.valueOf(row.get("grade")))) {
                badges.add(new Badge(
                        Text.of("account-member.missing", role), "bad", Text.of("account-member.missing-hint", role)));
            }
        }
        return badges;
    }
}
