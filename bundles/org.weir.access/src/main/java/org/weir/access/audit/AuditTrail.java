package org.weir.access.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access.AuditEntry;
import org.weir.access.api.Access.AuditFilter;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit.Verdict;
import org.weir.base.api.Ids;
import org.weir.store.api.Database;

/** Keeps the trail: entries are only ever added, one after another, each with a hash over itself and the one before. */
public final class AuditTrail {
    private static final int LOGIN = 100;
    private static final int ACTION = 60;
    private static final int DETAIL = 2000;
    private static final int ADDRESS = 100;
    private static final int BATCH = 1000;

    private final Database database;
    private final AuditStore store = new AuditStore();
    private final Clock clock;

    public AuditTrail(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Changes of rights come one after another: what is checked after this still holds at the commit. */
    public void lockRights(Handle handle) {
        store.lockRights(handle);
    }

    /**
     * For the actor; null or the system itself leave no user. What the system does is noted after its commit: it works
     * in long transactions (demo data), and the end of the trail must not be locked as long.
     */
    public void note(@Nullable Actor actor, String action, String detail, String address) {
        if (actor == null) {
            note(null, "", action, detail, address);
        } else if (actor.user().equals(Actor.SYSTEM)) {
            database.afterCommit(() -> note(null, actor.login(), action, detail, address));
        } else {
            note(actor.user(), actor.login(), action, detail, address);
        }
    }

    public void note(@Nullable UUID user, String login, String action, String detail, String address) {
        AuditEntry content = new AuditEntry(
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                user,
                Plain.line(login, LOGIN),
                Plain.line(action, ACTION),
                Plain.line(detail, DETAIL),
                Plain.line(address, ADDRESS));
        database.write(handle -> {
            store.append(handle, content);
            return content.id();
        });
    }

    /** Newest first. */
    public List<AuditEntry> page(AuditFilter filter, @Nullable UUID after, int limit) {
        return database.read(handle -> {
            long before =
                    after == null ? Long.MAX_VALUE : store.seqOf(handle, after).orElse(0L);
            return store.before(handle, filter, before, limit);
        });
    }

    /** Recomputes every hash from the first entry on; entries written meanwhile belong to the next check. */
    public Verdict verify() {
        AuditStore.Head end = database.read(store::head);
        long seq = 0;
        String hash = AuditStore.START;
        while (seq < end.seq()) {
            long from = seq;
            List<Entry> batch = database.read(h -> store.from(h, from, end.seq(), BATCH));
            Optional<Entry> broken = Optional.empty();
            for (Entry entry : batch) {
                if (!entry.follows(seq, hash)) {
                    broken = Optional.of(entry);
                    break;
                }
                seq = entry.seq();
                hash = entry.hash();
            }
            if (broken.isPresent() || batch.isEmpty()) {
                return new Verdict(false, seq, broken.map(e -> e.content().id()).orElse(null), hash);
            }
        }
        boolean beyond = database.read(h -> store.hasBeyondHead(h));
        return new Verdict(hash.equals(end.hash()) && !beyond, seq, null, hash);
    }
}
