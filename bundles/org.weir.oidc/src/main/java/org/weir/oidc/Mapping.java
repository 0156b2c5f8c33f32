package org.weir.oidc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which groups of the provider stand for which roles, teams and regions here, as lines {@code GROUP=role:CODE}, {@code
 * GROUP=team:NAME}, {@code GROUP=region:CODE}. What stands in the mapping is kept in step with the provider, what does not
 * is left to the administrator.
 */
record Mapping(List<Rule> rules) {
    private static final Set<String> KINDS = Set.of("role", "team", "region");

    record Rule(String group, String kind, String value) {}

    /** @throws IllegalArgumentException naming the line that is none */
    static Mapping of(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            for (String each : line.split("[;\\n]")) {
                if (!each.isBlank()) {
                    rules.add(rule(each.strip()));
                }
            }
        }
        return new Mapping(List.copyOf(rules));
    }

    private static Rule rule(String line) {
        int equals = line.lastIndexOf('=');
        int colon = line.indexOf(':', equals);
        if (equals < 1
                || colon < equals
                || !KINDS.contains(line.substring(equals + 1, colon).strip())) {
            throw new IllegalArgumentException("not GROUP=role:CODE, =team:NAME or =region:CODE: " + line);
        }
        return new Rule(
                line.substring(0, equals).strip(),
                line.substring(equals + 1, colon).strip(),
                line.substring(colon + 1).strip());
    }

    /** What somebody has, put in step: mapped values follow the groups, others stay. */
    Set<String> inStep(String kind, Set<String> present, Set<String> groups) {
        Set<String> result = new TreeSet<>(present);
        result.removeAll(values(kind, null));
        result.addAll(values(kind, groups));
        return result;
    }

    /** The first team for one of the groups, in the order of the mapping. */
    Optional<String> team(Set<String> groups) {
        return rules.stream()
                .filter(r -> r.kind().equals("team") && groups.contains(r.group()))
                .map(Rule::value)
                .findFirst();
    }

    private Set<String> values(String kind, @org.jspecify.annotations.Nullable Set<String> groups) {
        return rules.stream()
                .filter(r -> r.kind().equals(kind) && (groups == null || groups.contains(r.group())))
                .map(Rule::value)
                .collect(Collectors.toSet());
    }
}
