package org.weir.solution.configurator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Scope;

/** What people may do with models and configurations. */
final class Grants {
    private static final List<String> WORK = List.of(
            "configuration:create",
            "configuration:update",
            "configuration:delete",
            "configuration:choose",
            "configuration:why",
            "configuration:complete",
            "configuration:add-site-type",
            "configuration:undo",
            "need-answer:create",
            "need-answer:update",
            "need-answer:delete");
    private static final List<String> MODELS =
            List.of("product-model:create", "product-model:update", "product-model:load-uvl", "product-model:export");

    private Grants() {}

    static Map<String, Set<Scope>> look(Set<Scope> reach) {
        return Map.of("configuration:read", reach, "need-answer:read", reach, "product-model:read", Set.of(Scope.ALL));
    }

    static Map<String, Set<Scope>> work(Set<Scope> reach) {
        Map<String, Set<Scope>> grants = new LinkedHashMap<>(look(reach));
        WORK.forEach(it -> grants.put(it, reach));
        return grants;
    }

    static Map<String, Set<Scope>> models(Map<String, Set<Scope>> others) {
        Map<String, Set<Scope>> grants = new LinkedHashMap<>(others);
        MODELS.forEach(it -> grants.put(it, Set.of(Scope.ALL)));
        return grants;
    }
}
