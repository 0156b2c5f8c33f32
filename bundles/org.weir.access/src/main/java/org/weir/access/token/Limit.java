package org.weir.access.token;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.weir.access.api.Scope;

/**
 * What a token leaves of its user's grants: those that lie in one of its permissions too, in the scopes the user has. It
 * never adds any.
 */
final class Limit {
    private static final String ANY = "*";
    private static final Set<String> READING = Set.of("*:read");

    private Limit() {}

    /** @param permissions empty for all */
    static Map<String, Set<Scope>> of(Map<String, Set<Scope>> grants, Set<String> permissions, boolean readOnly) {
        Map<String, Set<Scope>> left = permissions.isEmpty() ? grants : meet(grants, permissions);
        return readOnly ? meet(left, READING) : left;
    }

    private static Map<String, Set<Scope>> meet(Map<String, Set<Scope>> grants, Set<String> permissions) {
        Map<String, Set<Scope>> result = new TreeMap<>();
        grants.forEach((granted, scopes) -> permissions.forEach(permission -> meet(granted, permission)
                .ifPresent(both -> result.computeIfAbsent(both, b -> EnumSet.noneOf(Scope.class))
                        .addAll(scopes))));
        return result;
    }

    /** What two permissions, in which {@code *} stands for anything, have in common. */
    static Optional<String> meet(String one, String other) {
        String[] a = parts(one);
        String[] b = parts(other);
        Optional<String> subject = common(a[0], b[0]);
        Optional<String> action = common(a[1], b[1]);
        if (subject.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        boolean all = subject.get().equals(ANY) && action.get().equals(ANY);
        return Optional.of(all ? ANY : subject.get() + ":" + action.get());
    }

    private static Optional<String> common(String a, String b) {
        if (a.equals(ANY)) {
            return Optional.of(b);
        }
        return b.equals(ANY) || a.equals(b) ? Optional.of(a) : Optional.empty();
    }

    private static String[] parts(String permission) {
        int colon = permission.indexOf(':');
        return permission.equals(ANY) || colon < 0
                ? new String[] {permission, ANY}
                : new String[] {permission.substring(0, colon), permission.substring(colon + 1)};
    }
}
