package org.weir.insight.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.insight.chain.Chain.Link;

/** The links that say something new: one from a project to a system is left out when it goes over the acceptance too. */
final class Shortest {
    private Shortest() {}

    static List<Link> of(List<Link> links) {
        Map<UUID, Set<UUID>> next = new HashMap<>();
        links.forEach(it ->
                next.computeIfAbsent(it.from(), key -> new LinkedHashSet<>()).add(it.to()));
        List<Link> left = new ArrayList<>();
        for (Link link : links) {
            boolean around = next.getOrDefault(link.from(), Set.of()).stream()
                    .anyMatch(it -> !it.equals(link.to()) && reaches(next, it, link));
            if (!around) {
                left.add(link);
            }
        }
        return left;
    }

    private static boolean reaches(Map<UUID, Set<UUID>> next, UUID from, Link link) {
        Set<UUID> seen = new HashSet<>(Set.of(link.from(), from));
        Deque<UUID> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (UUID it : next.getOrDefault(open.remove(), Set.of())) {
                if (it.equals(link.to())) {
                    return true;
                }
                if (seen.add(it)) {
                    open.add(it);
                }
            }
        }
        return false;
    }
}
