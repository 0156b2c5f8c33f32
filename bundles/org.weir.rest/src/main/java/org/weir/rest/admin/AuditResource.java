package org.weir.rest.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Access.AuditFilter;
import org.weir.access.api.Audit;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** The audit trail, read and verified; nobody changes it. */
public final class AuditResource {
    private static final String READ = "access:audit";

    private final Access access;
    private final Audit audit;

    public AuditResource(Access access, Audit audit) {
        this.access = access;
        this.audit = audit;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/admin/audit", "listAudit", this::list)
                        .needs(READ)
                        .takes("uuid", "after", "user")
                        .takes("string", "action")
                        .takes("date-time", "from", "until")
                        .takes("integer", "limit")
                        .gives(200, new Shape.Of(Trail.class)),
                Route.of("GET", "/admin/audit/verdict", "verifyAudit", this::verify)
                        .needs(READ)
                        .gives(200, new Shape.Of(Verdict.class)));
    }

    /** An entry; {@code user} is missing for Weir itself and for unknown logins. */
    record Entry(
            UUID id, Instant at, @Nullable UUID user, String login, String action, String detail, String address) {}

    /** @param next the id to ask for with {@code after} */
    record Trail(List<Entry> items, @Nullable UUID next) {}

    /** @param broken the first entry that does not fit */
    record Verdict(boolean intact, long entries, @Nullable UUID broken, String head) {}

    private Answer list(Call call) {
        int limit = call.number("limit", 50, 1, 500);
        List<Entry> entries = access.audit(call.actor(), filter(call), call.uuid("after"), limit).stream()
                .map(it -> new Entry(it.id(), it.at(), it.user(), it.login(), it.action(), it.detail(), it.address()))
                .toList();
        UUID next =
                entries.size() < limit ? null : entries.get(entries.size() - 1).id();
        return call.answer(new Trail(entries, next));
    }

    private static AuditFilter filter(Call call) {
        String action = call.param("action");
        List<String> actions = action == null ? List.of() : List.of(action);
        return new AuditFilter(call.uuid("user"), actions, call.time("from"), call.time("until"));
    }

    private Answer verify(Call call) {
        Audit.Verdict verdict = audit.verify();
        return call.answer(new Verdict(verdict.intact(), verdict.entries(), verdict.broken(), verdict.head()));
    }
}
