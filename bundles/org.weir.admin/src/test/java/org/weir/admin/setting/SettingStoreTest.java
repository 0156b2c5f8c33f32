package org.weir.admin.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("admin")
final class SettingStoreTest {
    @OnEachDatabase
    void what_was_set_is_found_until_it_goes_back_to_the_proposal(TestDatabase databases) {
        SettingStore store = new SettingStore(databases.schema("admin"));
        store.put("org.example.one", "seconds", "20");
        store.put("org.example.one", "seconds", "30");
        store.put("org.example.one", "word", "");
        store.put("org.example.two", "on", "true");
        assertEquals(
                Map.of("org.example.one", Map.of("seconds", "30", "word", ""), "org.example.two", Map.of("on", "true")),
                store.all());
        store.put("org.example.one", "seconds", null);
        assertEquals(Map.of("word", ""), store.of("org.example.one"));
        assertEquals(Map.of(), store.of("org.example.three"));
    }
}
