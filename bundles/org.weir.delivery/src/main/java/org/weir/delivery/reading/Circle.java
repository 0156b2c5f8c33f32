package org.weir.delivery.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Database;

/** Finds the circle that a new link would close in a table of links. */
public final class Circle {
    private final Database database;
    private final String links;
    private final String from;
    private final String to;
    private final String ends;

    /** Names of tables and columns of this bundle's own schema. */
    public Circle(Database database, String links, String from, String to, String ends) {
        this.database = database;
        this.links = "delivery." + links;
        this.from = from;
        this.to = to;
        this.ends = "delivery." + ends;
    }

    /** Whether both ends belong to the whole. */
    public boolean within(String column, UUID whole, UUID one, UUID other) {
        String sql = "select count(*) from " + ends + " where " + column + " = :whole and id in (:one, :other)";
        return database.read(handle -> handle.createQuery(sql)
                        .bind("whole", whole)
                        .bind("one", one)
                        .bind("other", other)
                        .mapTo(Integer.class)
                        .one())
                == (one.equals(other) ? 1 : 2);
    }

    /** The names around the circle that the link would close, with arrows; empty when it closes none. */
    public String names(UUID link, UUID first, UUID second) {
        List<UUID> way = way(link, second, first);
        if (way.isEmpty()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        names.add(name(first));
        way.forEach(it -> names.add(name(it)));
        return String.join(" → ", names);
    }

    private List<UUID> way(UUID link, UUID start, UUID goal) {
        Map<UUID, @Nullable UUID> cameFrom = new HashMap<>();
        Deque<UUID> open = new ArrayDeque<>(List.of(start));
        cameFrom.put(start, null);
        while (!open.isEmpty()) {
            UUID at = open.remove();
            if (at.equals(goal)) {
                return back(cameFrom, goal);
            }
            for (UUID next : after(link, at)) {
                if (!cameFrom.containsKey(next)) {
                    cameFrom.put(next, at);
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<UUID> back(Map<UUID, @Nullable UUID> cameFrom, UUID goal) {
        List<UUID> way = new ArrayList<>();
        for (@Nullable UUID at = goal; at != null; at = cameFrom.get(at)) {
            way.add(at);
        }
        Collections.reverse(way);
        return way;
    }

    private List<UUID> after(UUID link, UUID at) {
        String sql = "select " + to + " from " + links + " where " + from + " = :at and id <> :link";
        return database.read(handle -> handle.createQuery(sql)
                .bind("at", at)
                .bind("link", link)
                .mapTo(UUID.class)
                .list());
    }

    private String name(UUID id) {
        return database.read(handle -> handle.createQuery("select name from " + ends + " where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse("?"));
    }
}
