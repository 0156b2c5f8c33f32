package org.weir.access.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;
import org.weir.access.audit.AuditTrail;
import org.weir.access.audit.Plain;
import org.weir.access.memory.Generation;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Reads and changes roles. */
public final class Roles {
    private static final int NAME = 200;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern PERMISSION =
            Pattern.compile("(?=.{1,120}$)(\\*|[A-Za-z0-9._-]+:\\*|(\\*|[A-Za-z0-9._-]+):[A-Za-z0-9._-]+)");

    private final Database database;
    private final AuditTrail trail;
    private final Generation generation;
    private final RoleStore store = new RoleStore();

    public Roles(Database database, AuditTrail trail, Generation generation) {
        this.database = database;
        this.trail = trail;
        this.generation = generation;
    }

    /** Whether it has the shape of a permission, {@code *} allowed. */
    public static boolean isPermission(String code) {
        return PERMISSION.matcher(code).matches();
    }

    public List<Role> all() {
        return database.read(store::all);
    }

    public void save(Actor by, Role role) {
        check(role);
        database.write(handle -> {
            trail.lockRights(handle);
            var present = store.head(handle, role.code());
            present.ifPresent(Roles::refuseBuiltIn);
            Map<String, Set<Scope>> before = Map.of();
            if (present.isEmpty()) {
                store.insert(handle, role.code(), role.name().strip());
            } else {
                before = store.grants(handle, role.code());
                store.rename(handle, role.code(), role.name().strip());
            }
            store.setGrants(handle, role.code(), role.grants());
            requireAdministrator(handle);
            generation.moveOn();
            trail.note(by, "role.saved", role.code() + ": " + difference(before, role.grants()), "");
            return role;
        });
    }

    public void remove(Actor by, String code) {
        database.write(handle -> {
            trail.lockRights(handle);
            refuseBuiltIn(store.head(handle, code).orElseThrow(ProblemException::notFound));
            if (store.isAssigned(handle, code)) {
                throw ProblemException.conflict(Text.of("access.role.assigned"));
            }
            store.delete(handle, code);
            generation.moveOn();
            trail.note(by, "role.removed", code, "");
            return code;
        });
    }

    /** Adds what the template proposes and never proposed before. */
    public void merge(Actor by, RoleTemplate template) {
        String code = template.role();
        if (database.read(h -> isKnown(h, template))) {
            return;
        }
        database.write(handle -> {
            trail.lockRights(handle);
            var present = store.head(handle, code);
            if (isKnown(handle, template)
                    || present.filter(RoleStore.Head::builtIn).isPresent()) {
                return code;
            }
            if (present.isEmpty()) {
                store.insert(handle, code, template.nameText());
            }
            List<String> added = store.offer(handle, code, template.grants());
            generation.moveOn();
            trail.note(by, "role.proposed", code + ": +" + String.join(", +", added), "");
            return code;
        });
    }

    private boolean isKnown(Handle handle, RoleTemplate template) {
        Set<String> offered = store.offered(handle, template.role());
        return offered.containsAll(template.grants().keySet());
    }

    /** Refuses a change after which nobody could administer any more. */
    public void requireAdministrator(Handle handle) {
        if (!store.somebodyAdministers(handle)) {
            throw ProblemException.conflict(Text.of("access.last-administrator"));
        }
    }

    private static void refuseBuiltIn(RoleStore.Head head) {
        if (head.builtIn()) {
            throw ProblemException.conflict(Text.of("access.role.built-in"));
        }
    }

    private static void check(Role role) {
        List<At> wrong = new ArrayList<>();
        if (!CODE.matcher(role.code()).matches()) {
            wrong.add(new At("code", Text.of("access.role.code-format")));
        }
        String name = role.name().strip();
        if (name.isEmpty() || name.length() > NAME || !Plain.line(name, NAME).equals(name)) {
            wrong.add(new At("name", Text.of("access.field.length", 1, NAME)));
        }
        for (String permission : role.grants().keySet()) {
            if (!PERMISSION.matcher(permission).matches()) {
                wrong.add(new At("grants", Text.of("access.role.permission-format", Plain.line(permission, 120))));
            }
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
    }

    private static String difference(Map<String, Set<Scope>> before, Map<String, Set<Scope>> after) {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String permission : all) {
            Set<Scope> was = before.getOrDefault(permission, Set.of());
            Set<Scope> is = after.getOrDefault(permission, Set.of());
            if (!was.equals(is)) {
                changes.add(permission + " " + was + " -> " + is);
            }
        }
        return String.join("; ", changes);
    }
}
