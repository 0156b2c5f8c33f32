package org.weir.itest.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which bundle may use which: the picture of the house as a table. Arrows point down only, a partner may use every api. */
final class Edges {
    /** What every domain may use. */
    private static final Set<String> PLATFORM = Set.of("base", "store", "events", "jobs", "access", "records", "web");

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
            Map.entry("search", Set.of("base", "events", "access", "records")),
            Map.entry(
                    "web",
                    Set.of("base", "log", "events", "jobs", "access", "records", "rest", "search", "web.assets")),
            Map.entry("rest", Set.of("base", "store", "log", "events", "jobs", "access", "records")),
            Map.entry("mail", and(PLATFORM, "rest")),
            Map.entry("admin", and(PLATFORM, "log", "rest")),
            Map.entry("operations", Set.of("base", "store", "jobs", "access", "rest")),
            Map.entry("webhooks", and(PLATFORM, "rest")),
            Map.entry("oidc", Set.of("base", "store", "access", "web")),
            Map.entry("files", and(PLATFORM, "rest")),
            Map.entry("calendar", PLATFORM),
            Map.entry("relationship", and(PLATFORM, "rest", "calendar")),
            Map.entry("solution", and(PLATFORM, "rest", "calendar", "relationship")),
            Map.entry("delivery", and(PLATFORM, "rest", "calendar", "relationship", "solution")),
            Map.entry("aftersales", and(PLATFORM, "rest", "mail", "calendar", "relationship", "solution", "delivery")),
            Map.entry(
                    "insight", and(PLATFORM, "rest", "calendar", "relationship", "solution", "delivery", "aftersales")),
            Map.entry(
                    "partner.example",
                    and(PLATFORM, "rest", "calendar", "relationship", "solution", "delivery", "aftersales")),
            Map.entry("partner.gallery", and(PLATFORM, "rest", "mail", "search", "relationship")));

    private static Set<String> and(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private Edges() {}
}
