package org.weir.admin.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("admin")
final class SettingStoreTest {
    private final Seal seal = Seal.ofRandomKey();

    @OnEachDatabase
    void what_was_set_is_found_until_it_goes_back_to_the_proposal(TestDatabase databases) {
        SettingStore store = new SettingStore(databases.schema("admin"), seal);
        store.put("org.example.one", "seconds", "20", false);
        store.put("org.example.one", "seconds", "30", false);
        store.put("org.example.one", "word", "", false);
        store.put("org.example.two", "on", "true", false);
        assertEquals(
                Map.of("org.example.one", Map.of("seconds", "30", "word", ""), "org.example.two", Map.of("on", "true")),
                store.all());
        store.put("org.example.one", "seconds", null, false);
        assertEquals(Map.of("word", ""), store.of("org.example.one"));
        assertEquals(Map.of(), store.of("org.example.three"));
    }

    @OnEachDatabase
    void a_secret_lies_sealed_and_one_from_before_is_sealed_when_it_is_seen(TestDatabase databases) {
        Database database = databases.schema("admin");
        SettingStore store = new SettingStore(database, seal);
        store.put("org.example.one", "password", "horse", true);
        store.put("org.example.one", "old", "battery", false);
        store.sealAnew("org.example.one", "old");
        assertEquals(Map.of("password", "horse", "old", "battery"), store.of("org.example.one"));
        List<String> lying = database.read(handle -> handle.createQuery("select setting from admin.settings")
                .mapTo(String.class)
                .list());
        assertEquals(2, lying.stream().filter(it -> it.startsWith("sealed:1:")).count(), lying.toString());
    }

    @OnEachDatabase
    void a_secret_whose_key_is_gone_is_as_if_it_were_not_set(TestDatabase databases) {
        new SettingStore(databases.schema("admin"), seal).put("org.example.one", "password", "horse", true);
        SettingStore elsewhere = new SettingStore(databases.schema("admin"), Seal.ofRandomKey());
        assertEquals(Map.of(), elsewhere.of("org.example.one"));
    }
}
