package org.weir.itest.architecture;

import java.util.Map;
import java.util.Set;

/** Which bundle may use which: the picture of the house as a table. Arrows point down only, a partner may use every api. */
final class Edges {
    static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("base", Set.of()),
            Map.entry("log", Set.of()),
            Map.entry("health", Set.of("base", "log")),
            Map.entry("web.assets", Set.of()),
            Map.entry("region.eu", Set.of("base")),
            Map.entry("region.cn", Set.of("base")),
            Map.entry("store", Set.of("base")),
            Map.entry("events", Set.of("base", "store")),
            Map.entry("jobs", Set.of("base", "store")),
            Map.entry("access", Set.of("base", "store", "events")),
            Map.entry("records", Set.of("base", "store", "events", "jobs", "access")),
            Map.entry("web", Set.of("base", "log", "events", "jobs", "access", "records", "web.assets")),
            Map.entry("rest", Set.of("base", "log", "events", "jobs", "access", "records")),
            Map.entry("relationship", Set.of("base", "store", "events", "jobs", "access", "records", "web")),
            Map.entry(
                    "partner.example",
                    Set.of("base", "store", "events", "jobs", "access", "records", "web", "relationship")));

    private Edges() {}
}
