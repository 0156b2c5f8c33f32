package org.weir.access.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.access.api.Directory.Team;
import org.weir.access.team.TeamTree.Node;

class TeamTreeTest {
    private final UUID company = UUID.randomUUID();
    private final UUID europe = UUID.randomUUID();
    private final UUID germany = UUID.randomUUID();
    private final UUID china = UUID.randomUUID();

    private final TeamTree tree = new TeamTree(List.of(
            new Node(germany, "Germany", europe),
            new Node(europe, "Europe", company),
            new Node(china, "China", company),
            new Node(company, "Company", null)));

    @Test
    void parents_come_before_children_and_siblings_by_name() {
        assertEquals(
                List.of("Company", "China", "Europe", "Germany"),
                tree.all().stream().map(Team::name).toList());
        assertEquals(List.of(0, 1, 1, 2), tree.all().stream().map(Team::depth).toList());
    }

    @Test
    void a_team_reaches_all_teams_below_it_and_no_other() {
        assertEquals(Set.of(europe, germany), tree.withAllBelow(europe));
        assertEquals(4, tree.withAllBelow(company).size());
    }

    @Test
    void an_unknown_team_reaches_nothing() {
        assertTrue(tree.withAllBelow(UUID.randomUUID()).isEmpty());
    }

    @Test
    void a_tree_ten_thousand_deep_is_walked() {
        List<Node> nodes = new ArrayList<>();
        UUID top = UUID.randomUUID();
        UUID parent = top;
        nodes.add(new Node(top, "0", null));
        for (int i = 1; i < 10_000; i++) {
            UUID next = UUID.randomUUID();
            nodes.add(new Node(next, Integer.toString(i), parent));
            parent = next;
        }
        TeamTree deep = new TeamTree(nodes);
        assertEquals(10_000, deep.withAllBelow(top).size());
        assertEquals(9_999, deep.find(parent).orElseThrow().depth());
    }
}
