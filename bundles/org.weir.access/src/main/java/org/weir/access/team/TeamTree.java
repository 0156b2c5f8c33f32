package org.weir.access.team;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory.Team;

/** All teams at one moment. Parents come before children, siblings by name. */
public final class TeamTree {
    private final Map<UUID, Team> teams = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();

    /** A team as stored. */
    public record Node(UUID id, String name, @Nullable UUID parent) {}

    public TeamTree(List<Node> nodes) {
        Map<@Nullable UUID, List<Node>> byParent = new HashMap<>();
        nodes.forEach(n ->
                byParent.computeIfAbsent(n.parent(), p -> new ArrayList<>()).add(n));
        byParent.values()
                .forEach(siblings ->
                        siblings.sort(Comparator.comparing(Node::name).thenComparing(Node::id)));
        Deque<Team> open = new ArrayDeque<>();
        push(open, byParent.getOrDefault(null, List.of()), 0);
        while (!open.isEmpty()) {
            Team team = open.pop();
            teams.put(team.id(), team);
            List<Node> below = byParent.getOrDefault(team.id(), List.of());
            children.put(team.id(), below.stream().map(Node::id).toList());
            push(open, below, team.depth() + 1);
        }
    }

    private static void push(Deque<Team> open, List<Node> nodes, int depth) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node n = nodes.get(i);
            open.push(new Team(n.id(), n.name(), n.parent(), depth));
        }
    }

    public List<Team> all() {
        return List.copyOf(teams.values());
    }

    public Optional<Team> find(UUID id) {
        return Optional.ofNullable(teams.get(id));
    }

    /** The team and all below it; empty when there is no such team. */
    public Set<UUID> withAllBelow(UUID id) {
        Set<UUID> result = new TreeSet<>();
        Deque<UUID> open = new ArrayDeque<>();
        if (teams.containsKey(id)) {
            open.push(id);
        }
        while (!open.isEmpty()) {
            UUID next = open.pop();
            if (result.add(next)) {
                children.getOrDefault(next, List.of()).forEach(open::push);
            }
        }
        return result;
    }
}
