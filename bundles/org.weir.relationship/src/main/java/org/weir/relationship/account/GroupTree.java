package org.weir.relationship.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Database;

/** The tree that accounts form through their parents, level by level, whatever its depth. */
final class GroupTree {
    private final Database database;

    GroupTree(Database database) {
        this.database = database;
    }

    /** The way up from the account, itself first, the outermost group last. Ends at a loop, should there be one. */
    List<UUID> upwards(UUID account) {
        return database.read(handle -> {
            List<UUID> way = new ArrayList<>();
            Set<UUID> seen = new HashSet<>();
            UUID at = account;
            while (at != null && seen.add(at)) {
                way.add(at);
                at = parentOf(handle, at);
            }
            return way;
        });
    }

    /** All accounts below, at any depth; one query per level. At most {@code limit} ids, nearest levels first. */
    List<UUID> below(UUID account, int limit) {
        return database.read(handle -> {
            Set<UUID> seen = new HashSet<>(Set.of(account));
            List<UUID> all = new ArrayList<>();
            List<UUID> level = List.of(account);
            while (!level.isEmpty() && all.size() < limit) {
                level = children(handle, level, limit - all.size()).stream()
                        .filter(seen::add)
                        .toList();
                all.addAll(level);
            }
            return all;
        });
    }

    /** How many accounts have each of these as their parent. */
    Map<UUID, Long> countChildren(List<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> {
            Map<UUID, Long> counts = new HashMap<>();
            handle.createQuery("select parent, count(*) as n from relationship.account where "
                            + database.dialect().oneOf("parent", "ids", accounts) + " group by parent")
                    .bindArray("ids", UUID.class, accounts)
                    .map((row, context) -> Map.entry(row.getObject("parent", UUID.class), row.getLong("n")))
                    .forEach(it -> counts.put(it.getKey(), it.getValue()));
            return counts;
        });
    }

    private static @Nullable UUID parentOf(Handle handle, UUID account) {
        return handle.createQuery("select parent from relationship.account where id = :id")
                .bind("id", account)
                .mapTo(UUID.class)
                .findOne()
                .orElse(null);
    }

    private List<UUID> children(Handle handle, List<UUID> parents, int limit) {
        return handle.createQuery("select id from relationship.account where "
                        + database.dialect().oneOf("parent", "ids", parents) + " order by name_key, id limit :limit")
                .bindArray("ids", UUID.class, parents)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }
}
