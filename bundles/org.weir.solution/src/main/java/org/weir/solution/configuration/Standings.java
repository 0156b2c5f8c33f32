package org.weir.solution.configuration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.CompiledModel;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Standing;

/** The standings asked for last; only makes answers quicker, never different. */
final class Standings {
    private static final int KEPT = 400;

    private final Map<Key, Standing> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<UUID, Standing> lastOf = new LinkedHashMap<>(64, 0.75f, true);

    private record Key(CompiledModel model, List<Choice> choices, List<Feature> lookedAt) {}

    Standing of(CompiledModel compiled, UUID siteType, List<Choice> choices, Collection<Feature> lookedAt) {
        boolean inFull = compiled.model().features().size() <= CompiledModel.IN_FULL;
        Key key = new Key(compiled, List.copyOf(choices), inFull ? List.of() : List.copyOf(lookedAt));
        Standing before;
        synchronized (kept) {
            Standing known = kept.get(key);
            if (known != null) {
                return known;
            }
            before = lastOf.get(siteType);
        }
        Standing standing = compiled.standing(choices, lookedAt, fitting(before, compiled));
        synchronized (kept) {
            kept.put(key, standing);
            lastOf.put(siteType, standing);
            trim(kept);
            trim(lastOf);
        }
        return standing;
    }

    private static @Nullable Standing fitting(@Nullable Standing before, CompiledModel compiled) {
        return before != null && before.of(compiled) ? before : null;
    }

    private static void trim(Map<?, ?> map) {
        if (map.size() > KEPT) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
