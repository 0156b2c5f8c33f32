package org.weir.solution.configurator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.Chosen;
import org.weir.solution.configuration.Who;
import org.weir.solution.configurator.View.Entry;
import org.weir.solution.configurator.View.Line;
import org.weir.solution.configurator.View.Panel;
import org.weir.solution.configurator.View.Section;
import org.weir.solution.configurator.View.Stepper;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Group;
import org.weir.solution.engine.Standing;
import org.weir.solution.model.Labels;
import org.weir.web.api.Visit;

/** The options in the middle. At most {@value #MOST} lines; what is deeper is opened on its own. */
final class MakeLines {
    static final int MOST = 140;
    private static final int DEPTH = 3;

    private final Visit visit;
    private final Bench bench;
    private final Figures figures;
    private final Map<String, Chosen> chosen = new HashMap<>();
    private final UUID siteType;
    private final Set<Feature> shown = new LinkedHashSet<>();
    private final Set<Feature> instead = new HashSet<>();
    private Standing all;
    private Standing people;
    private int left;

    MakeLines(Visit visit, Bench bench, UUID siteType, Figures figures) {
        this.visit = visit;
        this.bench = bench;
        this.siteType = siteType;
        this.figures = figures;
        this.all = bench.compiled().bare();
        this.people = all;
        bench.chosen(siteType).forEach(it -> chosen.put(it.feature(), it));
    }

    /** A plan of what is to be shown: heading and features with their depth. */
    private record Part(Feature heading, boolean ownLine, List<Feature> features) {}

    /** @param asked what a panel is shown for */
    List<Section> sections(Feature at, @Nullable Choice asked, @Nullable Panel panel) {
        List<Part> parts = parts(at);
        look();
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            List<Line> lines = new ArrayList<>();
            for (Feature feature : part.features()) {
                lines.add(line(feature, depth(feature, part), asked, panel));
            }
            sections.add(new Section(
                    Labels.of(part.heading(), visit.locale()), part.heading().index(), lines));
        }
        return sections;
    }

    /** What a search found, as one section. */
    List<Section> found(List<Feature> features, @Nullable Choice asked, @Nullable Panel panel) {
        shown.addAll(features);
        look();
        List<Line> lines =
                features.stream().map(it -> line(it, 0, asked, panel)).toList();
        return List.of(new Section(visit.t("configurator.found", features.size()), 0, lines));
    }

    /** Settles what is shown. */
    private void look() {
        List<Feature> features = List.copyOf(shown);
        all = bench.standing(siteType, features);
        people = bench.possible(siteType, features);
        features.stream()
                .filter(it -> people.forbidden(it) && radio(it) && bench.instead(siteType, it))
                .forEach(instead::add);
    }

    Standing standing() {
        return all;
    }

    private List<Part> parts(Feature at) {
        left = MOST;
        List<Part> parts = new ArrayList<>();
        List<Feature> single = new ArrayList<>();
        for (Group group : at.groups()) {
            for (Feature child : group.features()) {
                if (child.groups().isEmpty() || group.kind() == Group.Kind.ALTERNATIVE) {
                    take(child, single);
                } else {
                    List<Feature> features = new ArrayList<>();
                    boolean own = group.kind() != Group.Kind.MANDATORY || child.counted();
                    if (own) {
                        take(child, features);
                    }
                    below(child, 0, features);
                    parts.add(new Part(child, own, features));
                }
            }
        }
        if (!single.isEmpty()) {
            parts.add(new Part(at, false, single));
        }
        return parts;
    }

    private void below(Feature feature, int depth, List<Feature> into) {
        for (Group group : feature.groups()) {
            for (Feature child : group.features()) {
                if (take(child, into) && depth + 1 < DEPTH) {
                    below(child, depth + 1, into);
                }
            }
        }
    }

    private boolean take(Feature feature, List<Feature> into) {
        if (left <= 0) {
            return false;
        }
        left--;
        into.add(feature);
        shown.add(feature);
        return true;
    }

    private static int depth(Feature feature, Part part) {
        int depth = part.ownLine() && feature != part.heading() ? 1 : 0;
        for (Feature it = feature.parent();
                it != null && it != part.heading() && feature != part.heading();
                it = it.parent()) {
            depth++;
        }
        return Math.min(depth, 3);
    }

    private Line line(Feature feature, int depth, @Nullable Choice asked, @Nullable Panel panel) {
        Chosen mine = chosen.get(feature.name());
        boolean taken = all.forced(feature);
        boolean barred = people.forbidden(feature) && !instead.contains(feature);
        String mark = mark(feature, mine, taken, barred);
        boolean byPeople = mine != null && mine.who() == Who.USER;
        boolean radio = radio(feature);
        String press = taken && !radio ? Wish.write(Choice.leave(feature)) : Wish.write(Choice.take(feature));
        boolean ask = (barred && !byPeople) || (taken && people.forced(feature) && !byPeople);
        String why = ask && !core(feature) ? Wish.write(barred ? Choice.take(feature) : Choice.leave(feature)) : "";
        return new Line(
                "f" + feature.index(),
                feature.index(),
                depth,
                Labels.of(feature, visit.locale()),
                mark,
                radio,
                taken,
                "do:" + press,
                byPeople ? "clear:" + feature.index() : "",
                note(mark, feature),
                why.isEmpty() ? "" : "why:" + why,
                taken && feature.counted() ? stepper(feature) : null,
                taken && feature.kind() != Feature.Kind.BOOLEAN ? entry(feature, mine) : null,
                price(feature),
                inside(feature),
                asked != null && asked.feature().equals(feature) ? panel : null);
    }

    private boolean core(Feature feature) {
        Standing bare = bench.compiled().bare();
        return bare.forced(feature);
    }

    private String mark(Feature feature, @Nullable Chosen mine, boolean taken, boolean barred) {
        if (mine != null && mine.taken() == taken && (taken || !all.open(feature))) {
            return mine.taken() ? mine.who().key() : "off";
        }
        if (taken) {
            return "follows";
        }
        return barred ? "barred" : "open";
    }

    private String note(String mark, Feature feature) {
        boolean core = core(feature);
        return switch (mark) {
            case "user" -> visit.t("configurator.by.user");
            case "default" -> visit.t("configurator.by.default");
            case "engine" -> visit.t("configurator.by.engine");
            case "follows" -> visit.t(core ? "configurator.by.core" : "configurator.by.follows");
            default -> "";
        };
    }

    private static boolean radio(Feature feature) {
        Feature parent = feature.parent();
        return parent != null
                && parent.groups().stream()
                        .anyMatch(it -> it.kind() == Group.Kind.ALTERNATIVE
                                && it.features().contains(feature));
    }

    private Stepper stepper(Feature feature) {
        int now = all.least(feature);
        boolean exact = now == all.most(feature);
        String fewer = now > Math.max(1, feature.min()) ? "do:" + Wish.write(Choice.count(feature, now - 1)) : "";
        String more = now < feature.max() ? "do:" + Wish.write(Choice.count(feature, exact ? now + 1 : now + 1)) : "";
        String value = exact ? String.valueOf(now) : visit.t("configurator.range", now, all.most(feature));
        return new Stepper(value, fewer, more);
    }

    private static Entry entry(Feature feature, @Nullable Chosen mine) {
        String value = mine == null || mine.value() == null ? "" : mine.value();
        return new Entry(
                "v" + feature.index(),
                value,
                feature.kind() == Feature.Kind.STRING ? "text" : "number",
                "enter:" + feature.index());
    }

    private String price(Feature feature) {
        BigDecimal price = feature.number("price");
        return price == null ? "" : figures.money(price);
    }

    private int inside(Feature feature) {
        int inside = 0;
        for (Group group : feature.groups()) {
            for (Feature child : group.features()) {
                inside += shown.contains(child) ? 0 : 1;
            }
        }
        return inside;
    }
}
