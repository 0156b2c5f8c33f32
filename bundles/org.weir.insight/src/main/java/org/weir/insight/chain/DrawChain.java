package org.weir.insight.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.insight.chain.Chain.Link;
import org.weir.insight.chain.Chain.Node;
import org.weir.insight.chain.Chain.Place;
import org.weir.insight.chain.Chain.Station;
import org.weir.insight.chain.ChainView.Box;
import org.weir.insight.chain.ChainView.Edge;
import org.weir.insight.chain.ChainView.Group;
import org.weir.insight.chain.ChainView.Head;
import org.weir.insight.chain.ChainView.Lane;
import org.weir.insight.chain.ChainView.Line;
import org.weir.insight.chain.ChainView.Picture;
import org.weir.web.api.Visit;

/**
 * Lays a chain out: a lane for each section of the suite from left to right, in it the stations from top to bottom; what
 * follows in the same lane is tied at its left side, what follows in another by a curve.
 */
final class DrawChain {
    private static final int WIDTH = 1120;
    private static final int BETWEEN = 52;
    private static final int WIDEST = 300;
    private static final int GUTTER = 16;
    private static final int TOP = 34;
    private static final int HEAD = 26;
    private static final int TALL = 64;
    private static final int LOW = 46;
    private static final int FLAT = 28;
    private static final int ALONE = 3;
    private static final int FEW = 4;
    private static final String BETWEEN_WORDS = " · ";
    private static final double BIG = 13;
    private static final double SMALL = 11.5;

    private final Visit visit;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final Map<UUID, Box> byId = new HashMap<>();
    private final Map<UUID, Integer> laneOf = new HashMap<>();
    private int bottom;

    DrawChain(Visit visit) {
        this.visit = visit;
    }

    /** @param groups the stations in words, in the same order */
    Picture draw(Chain chain, List<Group> groups) {
        List<List<Integer>> inLanes = lanes(chain.stations());
        int count = inLanes.size();
        int width = Math.min(WIDEST, (WIDTH - BETWEEN * Math.max(0, count - 1)) / Math.max(1, count));
        String last = "";
        for (int i = 0; i < count; i++) {
            int x = i * (width + BETWEEN);
            String section = section(chain.stations(), inLanes.get(i));
            boolean again = section.isEmpty() || section.equals(last);
            lanes.add(new Lane(x, width, again ? "" : visit.t(section)));
            last = again ? last : section;
            int y = TOP;
            for (int at : inLanes.get(i)) {
                y = station(chain.stations().get(at), groups.get(at), i, x, y, width);
            }
            bottom = Math.max(bottom, y);
        }
        return new Picture(
                count * width + BETWEEN * Math.max(0, count - 1) + 2, bottom, lanes, heads, edges(chain), boxes);
    }

    /** Few stations have a lane each. One whose records are not in the navigation stands with the one before. */
    private static List<List<Integer>> lanes(List<Station> stations) {
        List<List<Integer>> lanes = new ArrayList<>();
        if (stations.size() <= FEW) {
            for (int i = 0; i < stations.size(); i++) {
                lanes.add(List.of(i));
            }
            return lanes;
        }
        Map<String, List<Integer>> bySection = new HashMap<>();
        String last = "";
        for (int i = 0; i < stations.size(); i++) {
            String section = stations.get(i).type().section();
            String key = section.isEmpty() ? last : section;
            List<Integer> lane = bySection.get(key);
            if (lane == null) {
                lane = new ArrayList<>();
                bySection.put(key, lane);
                lanes.add(lane);
            }
            lane.add(i);
            last = key;
        }
        return lanes;
    }

    private static String section(List<Station> stations, List<Integer> lane) {
        return lane.stream()
                .map(it -> stations.get(it).type().section())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    private int station(Station station, Group group, int lane, int x, int top, int width) {
        int y = top;
        heads.add(new Head(
                x + GUTTER,
                y + 14,
                group.label(),
                group.icon(),
                station.nodes().size() > 1 ? String.valueOf(station.nodes().size() + station.more()) : "",
                ""));
        y += HEAD;
        boolean many = station.nodes().size() > ALONE;
        boolean byLast = many && told(group.lines());
        for (int i = 0; i < station.nodes().size(); i++) {
            Node node = station.nodes().get(i);
            Line line = group.lines().get(i);
            boolean flat = many && node.place() != Place.HERE;
            String name = flat && byLast ? last(line.title()) : line.title();
            Box box = box(line, name, flat, x + GUTTER, y, width - GUTTER);
            boxes.add(box);
            byId.put(node.row().id(), box);
            laneOf.put(node.row().id(), lane);
            y += box.height() + (flat ? 4 : 8);
        }
        if (station.more() > 0) {
            heads.add(new Head(
                    x + GUTTER, y + 12, visit.t("insight.chain.more", station.more()), "", "", group.moreHref()));
            y += 20;
        }
        return y + 12;
    }

    /** Titles that all begin with something more common and a dot are told apart by what stands last. */
    private static boolean told(List<Line> lines) {
        return lines.stream().allMatch(it -> it.title().contains(BETWEEN_WORDS))
                && lines.stream().map(it -> last(it.title())).distinct().count() == lines.size();
    }

    private static String last(String title) {
        return title.substring(title.lastIndexOf(BETWEEN_WORDS) + BETWEEN_WORDS.length());
    }

    private static Box box(Line line, String name, boolean flat, int x, int y, int width) {
        String when = line.late().isEmpty() ? line.due().isEmpty() ? line.date() : line.due() : line.late();
        double room = width - 24.0;
        if (flat) {
            String cut = Fit.cut(when, room * 0.45, SMALL);
            return new Box(
                    x,
                    y,
                    width,
                    FLAT,
                    true,
                    line,
                    Fit.cut(name, room - 22 - Fit.width(cut, SMALL) - 8, BIG),
                    "",
                    "",
                    "",
                    cut);
        }
        boolean second = !line.number().isEmpty() || !line.money().isEmpty();
        double face = line.initials().isEmpty() ? 0 : 30;
        String state = Fit.cut(line.state(), room * 0.6 - 18, SMALL);
        return new Box(
                x,
                y,
                width,
                second ? TALL : LOW,
                false,
                line,
                Fit.cut(name, room - face, BIG),
                Fit.cut(line.number(), room * 0.55, SMALL),
                line.money(),
                state,
                Fit.cut(when, room - 34 - Fit.width(state, SMALL), SMALL));
    }

    private List<Edge> edges(Chain chain) {
        Set<UUID> line = new HashSet<>();
        chain.stations().forEach(it -> it.nodes().stream()
                .filter(node -> node.place() != Place.BESIDE)
                .forEach(node -> line.add(node.row().id())));
        List<Edge> quiet = new ArrayList<>();
        List<Edge> on = new ArrayList<>();
        for (Link link : Shortest.of(chain.links())) {
            Box from = byId.get(link.from());
            Box to = byId.get(link.to());
            if (from != null && to != null) {
                boolean same = laneOf.getOrDefault(link.from(), 0).equals(laneOf.getOrDefault(link.to(), 0));
                boolean both = line.contains(link.from()) && line.contains(link.to());
                (both ? on : quiet).add(new Edge(same ? tie(from, to) : curve(from, to), both));
            }
        }
        quiet.addAll(on);
        return quiet;
    }

    /** Down the left side of the lane. */
    private static String tie(Box from, Box to) {
        int x = from.x();
        int y1 = from.y() + from.height() / 2;
        int y2 = to.y() + to.height() / 2;
        int out = x - 10;
        int bend = y2 > y1 ? 5 : -5;
        return "M" + x + " " + y1 + "H" + (out + 5) + "Q" + out + " " + y1 + " " + out + " " + (y1 + bend) + "V"
                + (y2 - bend) + "Q" + out + " " + y2 + " " + (out + 5) + " " + y2 + "H" + x;
    }

    private static String curve(Box from, Box to) {
        boolean right = to.x() > from.x();
        int x1 = right ? from.x() + from.width() : from.x();
        int x2 = right ? to.x() : to.x() + to.width();
        int y1 = from.y() + from.height() / 2;
        int y2 = to.y() + to.height() / 2;
        int reach = (right ? 1 : -1) * Math.min(60, Math.abs(x2 - x1) / 2 + 6);
        return "M" + x1 + " " + y1 + "C" + (x1 + reach) + " " + y1 + " " + (x2 - reach) + " " + y2 + " " + x2 + " "
                + y2;
    }
}
