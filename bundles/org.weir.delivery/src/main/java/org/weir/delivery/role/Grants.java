package org.weir.delivery.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Scope;

/** Permissions with the reach they are given in. */
final class Grants {
    private static final List<String> WORK =
            List.of("project", "task", "task-link", "site-acceptance", "acceptance-check", "punch-item");
    private static final List<String> RESOURCES =
            List.of("crew", "crew-absence", "project-template", "template-step", "template-link");

    private final Map<String, Set<Scope>> all = new LinkedHashMap<>();

    /** The operations on projects and all that belongs to them. */
    Grants work(Set<Scope> reach, String... operations) {
        return each(WORK, reach, operations);
    }

    /** The operations on crews and templates. */
    Grants resources(Set<Scope> reach, String... operations) {
        return each(RESOURCES, reach, operations);
    }

    private Grants each(List<String> types, Set<Scope> reach, String... operations) {
        for (String type : types) {
            for (String operation : operations) {
                all.put(type + ":" + operation, reach);
            }
        }
        return this;
    }

    Grants give(Set<Scope> reach, String... permissions) {
        for (String permission : permissions) {
            all.put(permission, reach);
        }
        return this;
    }

    /** What planning, doing and accepting the work needs. */
    Grants acts(Set<Scope> reach) {
        return give(
                reach,
                "contract:make-project",
                "project:plan",
                "project:replan",
                "project:open-acceptance",
                "project:add-sites",
                "project:close",
                "task:start",
                "task:report",
                "task:finish",
                "task:hold-until",
                "site-acceptance:check",
                "site-acceptance:add-punch",
                "site-acceptance:sign",
                "punch-item:mend");
    }

    Map<String, Set<Scope>> toMap() {
        return Map.copyOf(all);
    }
}
