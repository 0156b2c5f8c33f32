package org.weir.partner.gallery.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.UUID;
import org.weir.store.api.Seal;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("gallery")
final class RadioKeysStoreTest {
    @OnEachDatabase
    void a_key_lies_sealed_and_is_read_again(TestDatabase databases) {
        RadioKeys keys = new RadioKeys(databases.schema("gallery"), Seal.ofRandomKey());
        UUID meter = UUID.randomUUID();
        keys.keep(meter, "0123456789abcdef");
        assertEquals(Optional.of("0123456789abcdef"), keys.of(meter));
        String stored = databases.schema("gallery").read(handle -> handle.createQuery(
                        "select secret from gallery.radio_key")
                .mapTo(String.class)
                .one());
        assertFalse(stored.contains("0123456789abcdef"), stored);
    }
}
