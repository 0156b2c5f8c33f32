package org.weir.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access.AuditEntry;
import org.weir.access.api.Access.AuditFilter;

/** The tables of the trail. There is no statement here that changes or removes an entry. */
final class AuditStore {
    static final String START = "0".repeat(64);

    /** The end of the trail. */
    record Head(long seq, String hash) {}

    private void lock(Handle handle) {
        handle.execute("update access.audit_head set seq = seq where id = 1");
    }

    void lockRights(Handle handle) {
        handle.execute("update access.rights_lock set changes = changes + 1 where id = 1");
    }

    Head head(Handle handle) {
        return handle.createQuery("select seq, hash from access.audit_head where id = 1")
                .map((rs, ctx) -> new Head(rs.getLong("seq"), rs.getString("hash")))
                .one();
    }

    void append(Handle handle, AuditEntry content) {
        lock(handle);
        Head head = head(handle);
        Entry entry = Entry.after(head.seq() + 1, head.hash(), content);
        handle.createUpdate("""
                        insert into access.audit
                          (seq, id, noted_at, user_id, login, action, detail, address, previous_hash, hash)
                        values (:seq, :id, :at, cast(:user as uuid), :login, :action, :detail, :address, :previous, :hash)""")
                .bind("seq", entry.seq())
                .bind("id", content.id())
                .bind("at", content.at())
                .bindByType("user", content.user(), UUID.class)
                .bind("login", content.login())
                .bind("action", content.action())
                .bind("detail", content.detail())
                .bind("address", content.address())
                .bind("previous", entry.previousHash())
                .bind("hash", entry.hash())
                .execute();
        handle.createUpdate("update access.audit_head set seq = :seq, hash = :hash where id = 1")
                .bind("seq", entry.seq())
                .bind("hash", entry.hash())
                .execute();
    }

    Optional<Long> seqOf(Handle handle, UUID id) {
        return handle.createQuery("select seq from access.audit where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    List<AuditEntry> before(Handle handle, AuditFilter filter, long seq, int limit) {
        StringBuilder where = new StringBuilder("seq < :seq");
        Map<String, Object> values = new HashMap<>();
        add(where, values, "user_id = :user", "user", filter.user());
        add(where, values, "noted_at >= :from", "from", filter.from());
        add(where, values, "noted_at < :until", "until", filter.until());
        List<String> actions = new ArrayList<>();
        for (String action : filter.actions()) {
            String name = "action" + actions.size();
            values.put(name, action.replaceAll("([!%_])", "!$1") + "%");
            actions.add("action like :" + name + " escape '!'");
        }
        if (!actions.isEmpty()) {
            where.append(" and (").append(String.join(" or ", actions)).append(')');
        }
        return handle.createQuery("select * from access.audit where " + where + " order by seq desc limit :limit")
                .bind("seq", seq)
                .bind("limit", limit)
                .bindMap(values)
                .map((rs, ctx) -> content(rs))
                .list();
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    List<Entry> from(Handle handle, long after, long last, int limit) {
        return handle.createQuery("""
                        select * from access.audit
                        where seq > :after and seq <= :last order by seq limit :limit""")
                .bind("after", after)
                .bind("last", last)
                .bind("limit", limit)
                .map((rs, ctx) ->
                        new Entry(rs.getLong("seq"), content(rs), rs.getString("previous_hash"), rs.getString("hash")))
                .list();
    }

    /** Entries that the head does not know of were not written by us; both are read by one statement. */
    boolean hasBeyondHead(Handle handle) {
        return handle.createQuery("""
                        select count(*) from access.audit a, access.audit_head h
                        where h.id = 1 and a.seq > h.seq""").mapTo(Long.class).one() > 0;
    }

    private static AuditEntry content(ResultSet rs) throws SQLException {
        return new AuditEntry(
                rs.getObject("id", UUID.class),
                rs.getObject("noted_at", OffsetDateTime.class).toInstant(),
                rs.getObject("user_id", UUID.class),
                rs.getString("login"),
                rs.getString("action"),
                rs.getString("detail"),
                rs.getString("address"));
    }
}
