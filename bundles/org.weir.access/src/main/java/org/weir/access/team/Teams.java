package org.weir.access.team;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.audit.AuditTrail;
import org.weir.access.audit.Plain;
import org.weir.access.memory.Fresh;
import org.weir.access.memory.Generation;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Reads and changes the team tree. */
public final class Teams {
    private static final int NAME = 200;

    private final Database database;
    private final AuditTrail trail;
    private final Generation generation;
    private final TeamStore store = new TeamStore();
    private final Fresh<String, TeamTree> fresh;

    public Teams(Database database, Clock clock, Duration remembered, AuditTrail trail, Generation generation) {
        this.database = database;
        this.trail = trail;
        this.generation = generation;
        this.fresh = new Fresh<>(database, clock, remembered, generation);
    }

    /** The tree, at most a few seconds old. */
    public TeamTree tree() {
        return fresh.get("", key -> Optional.of(database.read(this::tree))).orElseThrow();
    }

    /** The tree as the transaction sees it. */
    public TeamTree tree(Handle handle) {
        return new TeamTree(store.all(handle));
    }

    /** Creates the team, or renames and moves it with everything below. */
    public UUID save(Actor by, @Nullable UUID id, String name, @Nullable UUID parent) {
        String clean = Plain.line(name.strip(), NAME + 1);
        if (clean.isEmpty() || clean.length() > NAME) {
            throw ProblemException.invalid("name", Text.of("access.field.length", 1, NAME));
        }
        return database.write(handle -> {
            trail.lockRights(handle);
            TeamTree tree = tree(handle);
            if (id != null && tree.find(id).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (parent != null) {
                checkParent(tree, id, parent);
            }
            UUID team = id == null ? Ids.next() : id;
            var node = new TeamTree.Node(team, clean, parent);
            if (id == null) {
                store.insert(handle, node);
            } else {
                store.update(handle, node);
            }
            generation.moveOn();
            String above =
                    parent == null ? "-" : tree.find(parent).orElseThrow().name();
            trail.note(by, id == null ? "team.created" : "team.changed", clean + "; parent: " + above, "");
            return team;
        });
    }

    private static void checkParent(TeamTree tree, @Nullable UUID id, UUID parent) {
        if (tree.find(parent).isEmpty()) {
            throw ProblemException.invalid("parent", Text.of("access.team.unknown"));
        }
        if (id != null && tree.withAllBelow(id).contains(parent)) {
            throw ProblemException.invalid("parent", Text.of("access.team.cycle"));
        }
    }
}
