package org.weir.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables of who somebody at the provider is here, and of sessions that the provider may end. */
final class Links {
    private static final Duration KEPT = Duration.ofDays(60);

    record Opened(UUID session, UUID user) {}

    Optional<UUID> user(Handle handle, String issuer, String subject) {
        return handle.createQuery("select user_id from oidc.person where issuer = :issuer and subject = :subject")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(UUID.class)
                .findOne();
    }

    void link(Handle handle, String issuer, String subject, UUID user) {
        handle.createUpdate("insert into oidc.person (issuer, subject, user_id) values (:issuer, :subject, :user)")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("user", user)
                .execute();
    }

    void opened(Handle handle, String issuer, Claims claims, Opened opened, Instant now) {
        handle.createUpdate("delete from oidc.session where opened_at < :old")
                .bind("old", now.minus(KEPT))
                .execute();
        handle.createUpdate("""
                        insert into oidc.session (session_id, issuer, subject, sid, user_id, opened_at)
                        values (:id, :issuer, :subject, :sid, :user, :now)""")
                .bind("id", opened.session())
                .bind("issuer", issuer)
                .bind("subject", claims.subject())
                .bind("sid", claims.sid())
                .bind("user", opened.user())
                .bind("now", now)
                .execute();
    }

    /** Those of a session there or, without one, all of somebody; forgotten here. */
    List<Opened> take(Handle handle, String issuer, String subject, String sid) {
        List<Opened> found = handle.createQuery("""
                        select session_id, user_id from oidc.session
                        where issuer = :issuer and (:subject = '' or subject = :subject) and (:sid = '' or sid = :sid)""")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("sid", sid)
                .map((rs, ctx) ->
                        new Opened(rs.getObject("session_id", UUID.class), rs.getObject("user_id", UUID.class)))
                .list();
        for (Opened each : found) {
            handle.createUpdate("delete from oidc.session where session_id = :id")
                    .bind("id", each.session())
                    .execute();
        }
        return found;
    }
}
