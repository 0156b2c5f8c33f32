package org.weir.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.records.api.ComputedField.Badge;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship"})
final class RelationshipStoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @OnEachDatabase
    void a_group_nests_to_any_depth_and_never_belongs_to_itself(TestDatabase databases) {
        House house = new House(databases);
        Row top = house.account("Top", "kind", "group");
        Row below = top;
        for (int depth = 1; depth <= 12; depth++) {
            below = house.account("Level " + depth, "parent", below.id());
        }
        Row deepest = below;
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> house.records.update(house.system, Draft.change(top, Map.of("parent", deepest.id()))));
        assertEquals("parent", refused.fields().get(0).field());
    }

    @OnEachDatabase
    void each_part_of_the_triangle_has_one_holder_at_a_time(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.account("Atlas");
        UUID bo = house.user("bo");
        UUID cy = house.user("cy");
        house.member(account, bo, "ar", DAY, DAY.plusDays(30));
        house.member(account, cy, "ar", DAY.plusDays(31), null);
        house.member(account, cy, "expert", DAY, null);
        house.member(account, bo, "expert", DAY, null);
        ProblemException taken = assertThrows(
                ProblemException.class, () -> house.member(account, bo, "ar", DAY.plusDays(60), DAY.plusDays(61)));
        assertEquals("part", taken.fields().get(0).field());
    }

    @OnEachDatabase
    void a_term_that_ends_before_it_begins_is_refused(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.account("Atlas");
        UUID bo = house.user("bo");
        ProblemException refused =
                assertThrows(ProblemException.class, () -> house.member(account, bo, "ar", DAY, DAY.minusDays(1)));
        assertEquals("until", refused.fields().get(0).field());
    }

    @OnEachDatabase
    void the_demo_is_made_and_everybody_sees_their_own_part_of_it(TestDatabase databases) {
        House house = new House(databases).withDemo();
        Query accounts = Query.all("account").limit(500);
        int all = house.records.list(house.system, accounts).rows().size();
        int lindiwe =
                house.records.list(house.actor("lindiwe"), accounts).rows().size();
        int wangfang =
                house.records.list(house.actor("wangfang"), accounts).rows().size();
        assertTrue(all > 40, "accounts: " + all);
        assertEquals(
                12,
                house.records
                        .list(house.actor("lindiwe"), house.query("site", "account.name=='Meridian South Africa'"))
                        .rows()
                        .size());
        Row story = house.records
                .list(house.actor("tangning"), house.query("opportunity", "title=='Network energy, 12 sites'"))
                .rows()
                .get(0);
        assertEquals("negotiation", story.text("stage"));
        assertEquals(
                3,
                house.records
                        .list(house.actor("james"), house.query("need", "opportunity==" + story.id()))
                        .rows()
                        .size());
        assertTrue(lindiwe > 10 && lindiwe < all, "lindiwe sees " + lindiwe);
        assertTrue(wangfang > 5 && wangfang < all, "wangfang sees " + wangfang);
        assertEquals(
                0,
                house.records
                        .list(house.actor("lindiwe"), house.query("account", "country==CN"))
                        .rows()
                        .size());
        assertEquals(
                0,
                house.records
                        .list(house.actor("lindiwe"), house.query("person", "employments.account.country==CN"))
                        .rows()
                        .size());
    }

    @OnEachDatabase
    void who_is_on_the_account_team_sees_the_account_its_people_and_its_touchpoints(TestDatabase databases) {
        House house = new House(databases).withDemo();
        Actor sven = house.actor("sven");
        Row foreign = house.account("Joint venture", "country", "CN");
        assertTrue(house.records.find(sven, "account", foreign.id()).isEmpty());
        house.member(foreign, sven.user(), "sr", DAY, null);
        assertTrue(house.records.find(sven, "account", foreign.id()).isPresent());
        Row person = house.records.create(house.system, Draft.create("person", Map.of("name", "Gu Li")));
        assertTrue(house.records.find(sven, "person", person.id()).isEmpty());
        house.records.create(
                house.system, Draft.create("employment", Map.of("person", person.id(), "account", foreign.id())));
        assertTrue(house.records.find(sven, "person", person.id()).isPresent());
        Row touchpoint = house.records.create(
                sven,
                Draft.create(
                        "touchpoint",
                        Map.of(
                                "subject",
                                "First talk",
                                "account",
                                foreign.id(),
                                "kind",
                                "call",
                                "heldAt",
                                Instant.parse("2026-05-01T10:00:00Z"))));
        assertEquals(List.of(sven.user()), touchpoint.refs("ours"));
    }

    @OnEachDatabase
    void a_missing_part_of_the_triangle_is_named_for_important_accounts_only(TestDatabase databases) {
        House house = new House(databases);
        Row important = house.account("Important", "grade", "s");
        Row other = house.account("Other", "grade", "c");
        house.member(important, house.user("bo"), "ar", DAY, null);
        Map<UUID, Map<String, Object>> computed =
                house.records.compute(house.system, List.of(important, other), List.of("triangle"));
        assertEquals(List.of("face", "bad", "bad"), tones(computed.get(important.id())));
        assertEquals(List.of(), tones(computed.get(other.id())));
    }

    private static List<String> tones(@Nullable Map<String, Object> values) {
        Object badges = values == null ? List.of() : new HashMap<>(values).getOrDefault("triangle", List.of());
        return ((List<?>) badges).stream().map(it -> ((Badge) it).tone()).toList();
    }
}
