package org.weir.access.api;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Grants as they were given, and what has been asked of them, because every page asks the same again and again. */
final class Grants extends AbstractMap<String, Set<Scope>> {
    private final Map<String, Set<Scope>> given;
    private final Map<String, Set<Scope>> asked = new ConcurrentHashMap<>();

    private Grants(Map<String, Set<Scope>> given) {
        this.given = given;
    }

    static Grants of(Map<String, Set<Scope>> given) {
        return given instanceof Grants grants ? grants : new Grants(Map.copyOf(given));
    }

    Set<Scope> scopes(String permission) {
        Set<Scope> known = asked.get(permission);
        return known == null ? asked.computeIfAbsent(permission, this::reckon) : known;
    }

    private Set<Scope> reckon(String permission) {
        Set<Scope> result = EnumSet.noneOf(Scope.class);
        add(result, permission);
        add(result, "*");
        int colon = permission.indexOf(':');
        if (colon > 0) {
            add(result, permission.substring(0, colon) + ":*");
            add(result, "*" + permission.substring(colon));
        }
        return Collections.unmodifiableSet(result);
    }

    private void add(Set<Scope> result, String permission) {
        result.addAll(given.getOrDefault(permission, Set.of()));
    }

    @Override
    public Set<Entry<String, Set<Scope>>> entrySet() {
        return given.entrySet();
    }
}
