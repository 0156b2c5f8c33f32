package org.weir.relationship.touchpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField.Badge;
import org.weir.records.api.Row;
import org.weir.relationship.House;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship"})
final class LastSeenStoreTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    @OnEachDatabase
    void an_account_was_last_seen_at_the_newest_contact_that_has_been(TestDatabase databases) {
        House house = new House(databases);
        Row met = account(house, "Met");
        Row planned = account(house, "Planned");
        Row never = account(house, "Never");
        contact(house, met, "2026-01-01T08:00:00Z");
        contact(house, met, "2026-06-05T08:00:00Z");
        contact(house, met, "2026-05-01T08:00:00Z");
        contact(house, met, "2026-07-01T08:00:00Z");
        contact(house, planned, "2026-06-16T08:00:00Z");

        LastSeen lastSeen = new LastSeen(databases.schema("relationship"), Clock.fixed(NOW, ZoneOffset.UTC));

        assertEquals(
                Map.of(
                        met.id(),
                        List.of(new Badge(
                                Text.of("account.days-ago", 10L), "plain", Text.of("account.last-seen-hint")))),
                lastSeen.compute(house.system, List.of(met, planned, never)));
    }

    private static Row account(House house, String name) {
        return house.create("account", Map.of("name", name, "country", "DE"));
    }

    private static void contact(House house, Row account, String at) {
        house.create(
                "touchpoint",
                Map.of("subject", "Call", "account", account.id(), "kind", "call", "heldAt", Instant.parse(at)));
    }
}
