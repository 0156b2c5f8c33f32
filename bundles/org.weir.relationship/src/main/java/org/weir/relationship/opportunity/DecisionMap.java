package org.weir.relationship.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The people of a decision laid out: those who decide above, those who approve and evaluate below them, the others at the
 * bottom, each with a line up to whom they work towards.
 *
 * @param nodes with x and y of their middle
 * @param lines as SVG paths
 */
public record DecisionMap(int width, int height, List<Node> nodes, List<String> lines, List<Member> members) {
    private static final int WIDE = 720;
    private static final int NARROW = 336;
    private static final int STEP = 112;
    private static final int TOP = 34;
    private static final int TEXT = 42;
    private static final Map<String, Integer> TIERS =
            Map.of("decides", 0, "approves", 1, "evaluates", 1, "influences", 2, "uses", 2, "coaches", 2, "blocks", 2);

    /**
     * Somebody in the chain.
     *
     * @param weight 1 to 5; {@code support} -2 to 2
     */
    public record Member(
            String id,
            String person,
            String name,
            String job,
            String part,
            String partName,
            int weight,
            int support,
            String evidence) {
        /** The class of the colour: {@code s-n2} to {@code s-p2}. */
        public String tone() {
            return "s-" + (support < 0 ? "n" : support > 0 ? "p" : "") + Math.abs(support);
        }

        /** The text key of the support. */
        public String supportText() {
            return "opportunity.support." + (support < 0 ? "n" : support > 0 ? "p" : "") + Math.abs(support);
        }
    }

    public record Node(Member member, int x, int y, int r) {}

    static DecisionMap wide(List<Member> members) {
        return of(members, WIDE, 5);
    }

    /** For a phone. */
    static DecisionMap narrow(List<Member> members) {
        return of(members, NARROW, 2);
    }

    private static DecisionMap of(List<Member> members, int width, int most) {
        List<List<Member>> rows = rows(members, most);
        List<Node> nodes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<Node> above = List.of();
        for (int i = 0; i < rows.size(); i++) {
            List<Node> row = new ArrayList<>();
            int count = rows.get(i).size();
            for (int j = 0; j < count; j++) {
                Member member = rows.get(i).get(j);
                row.add(new Node(member, width * (2 * j + 1) / (2 * count), TOP + i * STEP, 7 + 3 * member.weight()));
            }
            for (Node node : row) {
                nearest(above, node).ifPresent(it -> lines.add(line(it, node)));
            }
            nodes.addAll(row);
            above = row;
        }
        return new DecisionMap(width, Math.max(1, rows.size()) * STEP, nodes, lines, members);
    }

    private static List<List<Member>> rows(List<Member> members, int most) {
        List<List<Member>> rows = new ArrayList<>();
        for (int tier = 0; tier <= 2; tier++) {
            int of = tier;
            List<Member> row = members.stream()
                    .filter(it -> TIERS.getOrDefault(it.part(), 2) == of)
                    .toList();
            for (int from = 0; from < row.size(); from += most) {
                rows.add(row.subList(from, Math.min(from + most, row.size())));
            }
        }
        return rows;
    }

    private static java.util.Optional<Node> nearest(List<Node> above, Node node) {
        return above.stream().min(java.util.Comparator.comparingInt(it -> Math.abs(it.x() - node.x())));
    }

    private static String line(Node from, Node to) {
        int begin = from.y() + from.r() + TEXT;
        int end = to.y() - to.r() - 3;
        int middle = (begin + end) / 2;
        return String.format(
                Locale.ROOT,
                "M%d %dC%d %d %d %d %d %d",
                from.x(),
                begin,
                from.x(),
                middle,
                to.x(),
                middle,
                to.x(),
                end);
    }
}
