package org.weir.records.kit;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.records.row.Sql;
import org.weir.records.row.StatementFailed;
import org.weir.records.row.Statements;
import org.weir.store.api.Database;

/** The secret that seals cursors: made once, kept in the database, the same on all nodes. */
final class Secret implements Supplier<byte[]> {
    private static final int BYTES = 32;

    private final Database database;
    private volatile byte @Nullable [] known;

    Secret(Database database) {
        this.database = database;
    }

    @Override
    public byte[] get() {
        byte[] secret = known;
        if (secret == null) {
            String stored =
                    database.read(handle -> Optional.ofNullable(stored(handle))).orElse(null);
            if (stored == null) {
                stored = made();
            }
            secret = HexFormat.of().parseHex(stored);
            known = secret;
        }
        return secret;
    }

    private String made() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String hex = HexFormat.of().formatHex(random);
        try {
            return database.write(handle -> {
                Statements.update(
                        handle, Sql.of("insert into records.secret (name, val) values (?, ?)", "cursor", hex));
                return hex;
            });
        } catch (StatementFailed e) {
            String others =
                    database.read(handle -> Optional.ofNullable(stored(handle))).orElse(null);
            if (others == null) {
                throw e;
            }
            return others;
        }
    }

    private static @Nullable String stored(Handle handle) {
        return Statements.first(
                handle, Sql.of("select val from records.secret where name = ?", "cursor"), it -> it.getString(1));
    }
}
