package org.weir.store.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.store.api.Seal.Key;
import org.weir.store.api.SealedColumn;
import org.weir.store.connection.Settings;
import org.weir.store.embed.Store;
import org.weir.store.schema.MigrationFile;

final class SealAnewTest {
    private static final List<MigrationFile> SAFE = List.of(new MigrationFile(
            "V1__safe.sql", "create table house.safe (id uuid not null primary key, secret varchar(400));"));

    private record Safe(Database database) implements SealedColumn {
        @Override
        public String table() {
            return "house.safe";
        }

        @Override
        public String key() {
            return "id";
        }

        @Override
        public String column() {
            return "secret";
        }
    }

    @Test
    void what_lay_plain_or_under_an_older_key_is_sealed_with_todays() throws Exception {
        List<Key> keys = new ArrayList<>(List.of(new Key(Key.random())));
        Seal seal = new Seal(() -> keys);
        try (Store store =
                Store.open(Settings.of("jdbc:hsqldb:mem:safe;sql.syntax_pgs=true;hsqldb.tx=mvcc", "SA", ""))) {
            Database database = store.migrated("house", SAFE);
            UUID one = Ids.next();
            UUID two = Ids.next();
            put(database, one, "battery");
            put(database, two, seal.seal("house.safe.secret", two.toString(), "staple"));
            SealAnew anew = new SealAnew(seal);
            assertEquals(1, anew.in(new Safe(database)));
            keys.add(0, new Key(Key.random()));
            assertEquals(2, anew.in(new Safe(database)));
            assertEquals(0, anew.in(new Safe(database)));
            keys.remove(1);
            assertTrue(seal.current(lying(database, one)));
            assertEquals("battery", seal.open("house.safe.secret", one.toString(), lying(database, one)));
            assertEquals("staple", seal.open("house.safe.secret", two.toString(), lying(database, two)));
        }
    }

    @Test
    void one_whose_key_is_not_here_keeps_none_of_the_others_from_it() throws Exception {
        Seal seal = Seal.ofRandomKey();
        try (Store store =
                Store.open(Settings.of("jdbc:hsqldb:mem:other;sql.syntax_pgs=true;hsqldb.tx=mvcc", "SA", ""))) {
            Database database = store.migrated("house", SAFE);
            UUID foreign = Ids.next();
            UUID own = Ids.next();
            put(database, foreign, Seal.ofRandomKey().seal("house.safe.secret", foreign.toString(), "battery"));
            put(database, own, "staple");
            assertThrows(ProblemException.class, () -> new SealAnew(seal).in(new Safe(database)));
            assertTrue(seal.current(lying(database, own)));
        }
    }

    private static void put(Database database, UUID row, String value) {
        database.perform(handle -> handle.createUpdate("insert into house.safe (id, secret) values (:id, :value)")
                .bind("id", row)
                .bind("value", value)
                .execute());
    }

    private static String lying(Database database, UUID row) {
        return database.read(handle -> handle.createQuery("select secret from house.safe where id = :id")
                .bind("id", row)
                .mapTo(String.class)
                .one());
    }
}
