package org.weir.relationship.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.relationship.opportunity.DecisionMap.Member;

final class DecisionMapTest {
    private static Member member(String name, String part, int weight, int support) {
        return new Member(name, name, name, "", part, part, weight, support, "");
    }

    @Test
    void who_decides_stands_above_those_who_evaluate_and_they_above_the_users() {
        DecisionMap map = DecisionMap.wide(List.of(
                member("user", "uses", 1, 2), member("boss", "decides", 5, 0), member("buyer", "evaluates", 3, -1)));
        assertEquals(
                List.of("boss", "buyer", "user"),
                map.nodes().stream().map(it -> it.member().name()).toList());
        assertTrue(map.nodes().get(0).y() < map.nodes().get(1).y());
        assertTrue(map.nodes().get(1).y() < map.nodes().get(2).y());
        assertTrue(map.nodes().get(0).r() > map.nodes().get(2).r());
        assertEquals(2, map.lines().size());
    }

    @Test
    void a_phone_has_two_in_a_row_and_nobody_is_lost() {
        List<Member> many = List.of(member("a", "uses", 1, 0), member("b", "uses", 1, 0), member("c", "uses", 1, 0));
        assertEquals(3, DecisionMap.narrow(many).nodes().size());
        assertTrue(DecisionMap.narrow(many).height() > DecisionMap.wide(many).height());
        assertEquals(0, DecisionMap.wide(List.of()).nodes().size());
    }

    @Test
    void support_has_its_colour() {
        assertEquals("s-n2", member("a", "blocks", 1, -2).tone());
        assertEquals("s-0", member("a", "blocks", 1, 0).tone());
        assertEquals("s-p1", member("a", "blocks", 1, 1).tone());
    }
}
