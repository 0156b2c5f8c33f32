package org.weir.webhooks.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;
import org.weir.testkit.records.RecordTypeContract;

@Schemas({"access", "records", "webhooks"})
final class WebhookStoreTest extends RecordTypeContract {
    @Override
    protected String type() {
        return Webhook.TYPE;
    }

    @Override
    protected Map<String, Object> sample(RecordHouse house) {
        return Map.of("name", "ERP", "address", "https://erp.example.com/weir?x=1", "events", List.of("account.*"));
    }

    @Override
    protected Map<String, @Nullable Object> change() {
        return Map.of("name", "ERP 2", "active", false);
    }

    @OnEachDatabase
    void addresses_that_weir_must_not_call_and_events_that_are_none_are_refused(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Actor kim = house.user("kim", "integrator");
        for (String address : List.of(
                "ftp://example.com/",
                "https://user:pw@example.com/",
                "https://127.0.0.1/",
                "https://[::ffff:10.0.0.1]/",
                "https://2130706433/",
                "http://example.com/",
                "https:///x",
                "river")) {
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> house.records()
                            .create(kim, Draft.create(Webhook.TYPE, Map.of("name", "X", "address", address))),
                    address);
            assertEquals("address", refused.fields().get(0).field());
        }
        ProblemException refused = assertThrows(ProblemException.class, () -> house.records()
                .create(
                        kim,
                        Draft.create(
                                Webhook.TYPE,
                                Map.of(
                                        "name",
                                        "X",
                                        "address",
                                        "https://example.com/",
                                        "events",
                                        List.of("Account Created")))));
        assertEquals("events", refused.fields().get(0).field());
    }

    @OnEachDatabase
    void who_gives_the_address_is_the_owner_so_that_nobody_reads_through_anothers_eyes(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Actor kim = house.user("kim", "integrator");
        Actor root = house.user("ada", "administrator");
        Row hook = house.records()
                .create(root, Draft.create(Webhook.TYPE, Map.of("name", "X", "address", "https://example.com/")));
        assertEquals(root.user(), hook.ref("owner"));
        Row renamed = house.records().update(root, Draft.change(hook, Map.of("name", "Y")));
        assertEquals(root.user(), renamed.ref("owner"));
        Row own = house.records()
                .create(kim, Draft.create(Webhook.TYPE, Map.of("name", "Z", "address", "https://example.com/")));
        Row moved = house.records().update(root, Draft.change(own, Map.of("address", "https://example.org/")));
        assertEquals(root.user(), moved.ref("owner"));
        assertThrows(ProblemException.class, () -> house.records().read(kim, Webhook.TYPE, moved.id()));
    }
}
