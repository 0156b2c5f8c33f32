package org.weir.partner.example.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.weir.events.api.Event;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;

@Schemas({"access", "records", "relationship", "example"})
final class CountTouchpointsStoreTest {
    @OnEachDatabase
    void a_touchpoint_counts_once_however_often_it_is_told(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Row account = house.create("account", Map.of("name", "Atlas"));
        house.create(
                "touchpoint",
                Map.of(
                        "subject",
                        "First visit",
                        "account",
                        account.id(),
                        "kind",
                        "visit",
                        "heldAt",
                        Instant.parse("2026-03-01T09:00:00Z")));
        CountTouchpoints consumer = house.service(CountTouchpoints.class);
        for (int told = 0; told < 2; told++) {
            for (Event event : house.events().events()) {
                if (consumer.wants(event.type())) {
                    consumer.on(event);
                }
            }
        }
        ActivityStore store = new ActivityStore(databases.schema("example"));
        assertEquals(1, store.of(account.id()).orElseThrow().touchpoints());
    }
}
