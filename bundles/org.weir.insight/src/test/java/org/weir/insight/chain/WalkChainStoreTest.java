package org.weir.insight.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.insight.chain.Chain.Node;
import org.weir.insight.chain.Chain.Place;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "chains"})
final class WalkChainStoreTest {
    private static Map<String, Place> places(Chain chain) {
        Map<String, Place> places = new TreeMap<>();
        chain.stations().forEach(it -> it.nodes().forEach(node -> places.put(node.title(), node.place())));
        return places;
    }

    private static Set<String> links(Chain chain) {
        Map<UUID, String> titles = new TreeMap<>();
        chain.stations()
                .forEach(it -> it.nodes().forEach(node -> titles.put(node.row().id(), node.title())));
        Set<String> links = new TreeSet<>();
        chain.links().forEach(it -> links.add(titles.get(it.from()) + " > " + titles.get(it.to())));
        return links;
    }

    @OnEachDatabase
    void the_chain_is_walked_both_ways_and_siblings_of_the_customer_are_no_part_of_it(TestDatabase databases) {
        Workshop house = new Workshop(databases);
        Row firm = house.make("firm", "Firm");
        Row wish = house.make("wish", "wish", "firm", firm);
        house.make("wish", "other wish", "firm", firm);
        Row first = house.make("offer", "offer 1", "firm", firm, "wish", wish);
        Row second = house.make("offer", "offer 2", "firm", firm, "wish", wish, "previous", first);
        Row machine = house.make("machine", "machine", "firm", firm, "offer", second);
        Row twin = house.make("machine", "twin", "firm", firm, "offer", second);
        Row repair = house.make("repair", "repair", "firm", firm, "machines", List.of(machine.id(), twin.id()));
        house.make("repair", "repair of the twin", "firm", firm, "machines", List.of(twin.id()));

        Chain chain = house.walk().from(house.ann, machine);
        assertEquals(
                List.of("wish", "offer", "machine", "repair"),
                chain.stations().stream().map(it -> it.type().name()).toList());
        assertEquals(
                Map.of(
                        "wish",
                        Place.LINE,
                        "offer 1",
                        Place.LINE,
                        "offer 2",
                        Place.LINE,
                        "machine",
                        Place.HERE,
                        "twin",
                        Place.BESIDE,
                        "repair",
                        Place.LINE,
                        "repair of the twin",
                        Place.BESIDE),
                places(chain));
        assertEquals(
                Set.of(
                        "wish > offer 1",
                        "wish > offer 2",
                        "offer 1 > offer 2",
                        "offer 2 > machine",
                        "offer 2 > twin",
                        "machine > repair",
                        "twin > repair",
                        "twin > repair of the twin"),
                links(chain));
        assertEquals(7, places(house.walk().from(house.ann, wish)).size());
        assertEquals(Map.of("repair", Place.HERE), onlyHere(places(house.walk().from(house.ann, repair))));
    }

    private static Map<String, Place> onlyHere(Map<String, Place> places) {
        Map<String, Place> here = new TreeMap<>(places);
        here.values().removeIf(it -> it != Place.HERE);
        return here;
    }

    @OnEachDatabase
    void of_many_a_dozen_is_shown_and_the_others_are_counted(TestDatabase databases) {
        Workshop house = new Workshop(databases);
        Row offer = house.make("offer", "offer");
        Row here = house.make("machine", "oldest machine", "offer", offer);
        for (int i = 0; i < 40; i++) {
            house.make("machine", "machine " + i, "offer", offer);
        }
        Chain down = house.walk().from(house.ann, offer);
        assertEquals(12, down.stations().get(1).nodes().size());
        assertEquals(29, down.stations().get(1).more());
        assertEquals("offer==" + offer.id(), down.stations().get(1).filter().replaceAll("=in=\\((.*)\\)", "==$1"));
        Chain beside = house.walk().from(house.ann, here);
        assertEquals(Place.HERE, places(beside).get("oldest machine"));
        assertEquals(12, beside.stations().get(1).nodes().size());
        assertEquals(29, beside.stations().get(1).more());
    }

    @OnEachDatabase
    void nobody_sees_in_the_chain_what_he_may_not_see_elsewhere(TestDatabase databases) {
        Workshop house = new Workshop(databases);
        Row ours = house.make("firm", "Ours", "team", house.team());
        Row theirs = house.make("firm", "Theirs");
        Row wish = house.make("wish", "wish", "firm", ours);
        Row offer = house.make("offer", "offer", "firm", ours, "wish", wish);
        house.make("offer", "hidden offer", "firm", theirs, "wish", wish);
        house.make("machine", "machine", "firm", ours, "offer", offer);
        Actor bo = house.actor(Map.of(
                "firm:read", Set.of(Scope.TEAM), "wish:read", Set.of(Scope.TEAM), "offer:read", Set.of(Scope.TEAM)));
        assertEquals(
                Map.of("wish", Place.HERE, "offer", Place.LINE),
                places(house.walk().from(bo, wish)));
    }

    @OnEachDatabase
    void what_a_station_says_stands_at_its_records_and_one_that_fails_says_nothing(TestDatabase databases) {
        Workshop house = new Workshop(databases);
        Row wish = house.make("wish", "broken wish");
        house.make("offer", "late", "wish", wish, "day", LocalDate.of(2026, 11, 2));
        house.make("offer", "fine", "wish", wish, "day", LocalDate.of(2026, 11, 1));
        Chain chain = house.walk().from(house.ann, wish);
        assertNull(chain.stations().get(0).nodes().get(0).facts());
        List<Node> offers = chain.stations().get(1).nodes();
        assertEquals(List.of("fine", "late"), offers.stream().map(Node::title).toList());
        assertNotNull(offers.get(1).facts());
        assertTrue(offers.get(1).number().startsWith("O-"), offers.get(1).number());
    }

    @OnEachDatabase
    void a_station_whose_bundle_is_gone_is_left_out(TestDatabase databases) {
        Workshop house = new Workshop(databases);
        Row wish = house.make("wish", "wish");
        Row offer = house.make("offer", "offer", "wish", wish);
        house.make("machine", "machine", "offer", offer);
        house.stations.remove(house.stations.of(house.ann).get(2).station());
        assertEquals(
                List.of("wish", "offer"),
                new ArrayList<>(house.walk().from(house.ann, wish).stations())
                        .stream().map(it -> it.type().name()).toList());
    }
}
