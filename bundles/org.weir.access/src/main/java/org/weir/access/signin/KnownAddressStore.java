package org.weir.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.audit.Sha256;

/** The table of addresses from which users have signed in. */
final class KnownAddressStore {
    boolean contains(Handle handle, UUID user, String address) {
        return handle.createQuery("""
                        select user_id from access.known_address where user_id = :user and address = :address""")
                .bind("user", user)
                .bind("address", Sha256.hex(address))
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    void remember(Handle handle, UUID user, String address, Instant now) {
        int found = handle.createUpdate("""
                        update access.known_address set last_at = :now
                        where user_id = :user and address = :address""")
                .bind("user", user)
                .bind("address", Sha256.hex(address))
                .bind("now", now)
                .execute();
        if (found == 0) {
            handle.createUpdate("""
                            insert into access.known_address (user_id, address, last_at)
                            values (:user, :address, :now)""")
                    .bind("user", user)
                    .bind("address", Sha256.hex(address))
                    .bind("now", now)
                    .execute();
        }
    }

    int deleteBefore(Handle handle, Instant then) {
        return handle.createUpdate("delete from access.known_address where last_at < :then")
                .bind("then", then)
                .execute();
    }
}
