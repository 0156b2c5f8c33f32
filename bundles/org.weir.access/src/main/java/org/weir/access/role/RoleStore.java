package org.weir.access.role;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.Scope;

/** The tables of roles and what they grant. */
public final class RoleStore {
    private record Grant(String role, String permission, Scope scope) {}

    record Head(String code, String name, boolean builtIn) {}

    /** Everything the user's roles grant together. */
    public Map<String, Set<Scope>> grantsOf(Handle handle, UUID user) {
        return grants(handle.createQuery("""
                        select g.role, g.permission, g.scope from access.role_grant g
                        join access.user_role u on u.role = g.role where u.user_id = :user""")
                .bind("user", user)
                .map((rs, ctx) ->
                        new Grant(rs.getString("role"), rs.getString("permission"), scope(rs.getString("scope"))))
                .list());
    }

    /** By code. */
    public List<Role> all(Handle handle) {
        Map<String, List<Grant>> byRole = new LinkedHashMap<>();
        handle.createQuery("select role, permission, scope from access.role_grant")
                .map((rs, ctx) ->
                        new Grant(rs.getString("role"), rs.getString("permission"), scope(rs.getString("scope"))))
                .forEach(g ->
                        byRole.computeIfAbsent(g.role(), r -> new ArrayList<>()).add(g));
        return handle
                .createQuery("select code, name, built_in from access.roles order by code")
                .map((rs, ctx) -> new Head(rs.getString("code"), rs.getString("name"), rs.getBoolean("built_in")))
                .list()
                .stream()
                .map(h -> new Role(h.code(), h.name(), grants(byRole.getOrDefault(h.code(), List.of()))))
                .toList();
    }

    public Set<String> codes(Handle handle) {
        return Set.copyOf(handle.createQuery("select code from access.roles")
                .mapTo(String.class)
                .list());
    }

    Optional<Head> head(Handle handle, String code) {
        return handle.createQuery("select code, name, built_in from access.roles where code = :code")
                .bind("code", code)
                .map((rs, ctx) -> new Head(rs.getString("code"), rs.getString("name"), rs.getBoolean("built_in")))
                .findOne();
    }

    void insert(Handle handle, String code, String name) {
        handle.createUpdate("insert into access.roles (code, name, built_in) values (:code, :name, false)")
                .bind("code", code)
                .bind("name", name)
                .execute();
    }

    void rename(Handle handle, String code, String name) {
        handle.createUpdate("update access.roles set name = :name where code = :code")
                .bind("code", code)
                .bind("name", name)
                .execute();
    }

    void delete(Handle handle, String code) {
        setGrants(handle, code, Map.of());
        handle.createUpdate("delete from access.roles where code = :code")
                .bind("code", code)
                .execute();
    }

    Map<String, Set<Scope>> grants(Handle handle, String code) {
        return grants(handle.createQuery("select permission, scope from access.role_grant where role = :role")
                .bind("role", code)
                .map((rs, ctx) -> new Grant(code, rs.getString("permission"), scope(rs.getString("scope"))))
                .list());
    }

    void setGrants(Handle handle, String code, Map<String, Set<Scope>> grants) {
        handle.createUpdate("delete from access.role_grant where role = :role")
                .bind("role", code)
                .execute();
        grants.forEach((permission, scopes) -> scopes.forEach(s -> grant(handle, code, permission, s)));
    }

    /** Adds the grants whose permission was never offered to the role before. @return the permissions added */
    List<String> offer(Handle handle, String code, Map<String, Set<Scope>> grants) {
        Set<String> offered = offered(handle, code);
        List<String> fresh = grants.keySet().stream()
                .filter(p -> !offered.contains(p))
                .sorted()
                .toList();
        for (String permission : fresh) {
            handle.createUpdate("insert into access.role_offer (role, permission) values (:role, :permission)")
                    .bind("role", code)
                    .bind("permission", permission)
                    .execute();
            Set<Scope> present = grants(handle, code).getOrDefault(permission, Set.of());
            grants.getOrDefault(permission, Set.of()).stream()
                    .filter(s -> !present.contains(s))
                    .forEach(s -> grant(handle, code, permission, s));
        }
        return fresh;
    }

    /** Permissions that were proposed for the role at some time. */
    Set<String> offered(Handle handle, String code) {
        return Set.copyOf(handle.createQuery("select permission from access.role_offer where role = :role")
                .bind("role", code)
                .mapTo(String.class)
                .list());
    }

    boolean isAssigned(Handle handle, String code) {
        return handle.createQuery("select user_id from access.user_role where role = :role limit 1")
                .bind("role", code)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** Whether an active user who can sign in may administer. */
    public boolean somebodyAdministers(Handle handle) {
        return handle.createQuery("""
                        select u.id from access.users u
                        join access.user_role r on r.user_id = u.id
                        join access.role_grant g on g.role = r.role
                        where u.active and u.password_hash is not null
                          and g.permission in ('*', 'access:*', '*:administer', 'access:administer') limit 1""").mapTo(UUID.class).findOne().isPresent();
    }

    private void grant(Handle handle, String code, String permission, Scope scope) {
        handle.createUpdate("""
                        insert into access.role_grant (role, permission, scope)
                        values (:role, :permission, :scope)""")
                .bind("role", code)
                .bind("permission", permission)
                .bind("scope", scope.name())
                .execute();
    }

    private static Scope scope(String name) {
        return Scope.valueOf(name);
    }

    private static Map<String, Set<Scope>> grants(List<Grant> grants) {
        Map<String, Set<Scope>> result = new TreeMap<>();
        for (Grant g : grants) {
            result.computeIfAbsent(g.permission(), p -> EnumSet.noneOf(Scope.class))
                    .add(g.scope());
        }
        result.replaceAll((p, scopes) -> Collections.unmodifiableSet(scopes));
        return Collections.unmodifiableMap(result);
    }
}
