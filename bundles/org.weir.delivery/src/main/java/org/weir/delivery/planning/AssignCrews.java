package org.weir.delivery.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Row;

/**
 * Gives tasks without a crew one of their region with the skill: the one that works at the site already, else the one with
 * the least work. Projects of higher priority choose first. What somebody has assigned stays.
 */
final class AssignCrews {
    private final Situation situation;
    private final Map<UUID, Integer> load = new HashMap<>();
    private final Map<List<Object>, UUID> atSite = new HashMap<>();

    AssignCrews(Situation situation) {
        this.situation = situation;
    }

    /** The crew of every open task that has or gets one. */
    Map<UUID, UUID> assign() {
        Map<UUID, UUID> crews = new HashMap<>();
        List<Row> without = new ArrayList<>();
        for (Row task : situation.tasks.values()) {
            UUID crew = task.ref("crew");
            if (Situation.done(task)) {
                continue;
            }
            if (crew != null && situation.crews.containsKey(crew)) {
                take(task, crew, crews);
            } else {
                without.add(task);
            }
        }
        without.sort(Comparator.comparing((Row it) -> -Reading.number(situation.project(it), "priority"))
                .thenComparing(it -> Reading.number(it, "ordinal"))
                .thenComparing(Row::id));
        for (Row task : without) {
            UUID crew = choose(task);
            if (crew != null) {
                take(task, crew, crews);
            }
        }
        return crews;
    }

    private void take(Row task, UUID crew, Map<UUID, UUID> crews) {
        crews.put(task.id(), crew);
        load.merge(crew, Situation.remaining(task), Integer::sum);
        if (task.ref("site") != null) {
            atSite.putIfAbsent(place(task), crew);
        }
    }

    private static List<Object> place(Row task) {
        return List.of(Reading.ref(task, "site"), Reading.text(task, "skill"));
    }

    private @Nullable UUID choose(Row task) {
        UUID there = task.ref("site") == null ? null : atSite.get(place(task));
        if (there != null) {
            return there;
        }
        String region =
                Objects.requireNonNullElse(situation.regions.get(Reading.ref(situation.project(task), "account")), "");
        return situation.crews.values().stream()
                .filter(it -> Reading.number(it, "capacity") > 0)
                .filter(it -> Reading.text(it, "skill").equals(Reading.text(task, "skill")))
                .filter(it -> it.text("region") == null || region.equals(it.text("region")))
                .min(Comparator.comparing(
                                (Row it) -> load.getOrDefault(it.id(), 0) / (double) Reading.number(it, "capacity"))
                        .thenComparing(Row::id))
                .map(Row::id)
                .orElse(null);
    }
}
