package org.weir.web.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;
import org.weir.web.api.Visit;

/** The lines of the rail that this person may use: record types with a section, and contributed entries. */
public final class Navigation {
    /** A line before it is said in a language. */
    public record Line(String section, int order, Text label, String icon, String href) {}

    private static final String LAST = "section.administration";
    /** Entries of this section stand in the menu under one's initials. */
    private static final String MINE = "section.me";

    private final RecordTypes types;
    private final Contributions contributions;
    private final List<NavEntry> own;

    public Navigation(RecordTypes types, Contributions contributions, List<NavEntry> own) {
        this.types = types;
        this.contributions = contributions;
        this.own = List.copyOf(own);
    }

    /** Allowed lines by section; sections stand in the order of their first line, administration last. */
    public Map<String, List<Line>> lines(Actor actor) {
        List<Line> all = new ArrayList<>();
        for (RecordType type : types.all()) {
            if (!type.section().isEmpty() && actor.may(type.permission("read"))) {
                all.add(new Line(type.section(), type.order(), type.many(), type.icon(), "/r/" + type.name()));
            }
        }
        own.forEach(it -> add(actor, it, all));
        contributions.entries().forEach(it -> add(actor, it, all));
        all.sort(Comparator.comparing((Line it) -> it.section().equals(LAST)).thenComparingInt(Line::order));
        Map<String, List<Line>> sections = new LinkedHashMap<>();
        all.forEach(it ->
                sections.computeIfAbsent(it.section(), key -> new ArrayList<>()).add(it));
        return sections;
    }

    private static void add(Actor actor, NavEntry entry, List<Line> all) {
        if (entry.permission().equals(Page.SIGNED_IN) || actor.may(entry.permission())) {
            all.add(new Line(entry.section(), entry.order(), entry.label(), entry.icon(), entry.href()));
        }
    }

    List<Frame.Section> sections(Actor actor, Visit visit, String path) {
        List<Frame.Section> result = new ArrayList<>();
        lines(actor).forEach((section, lines) -> {
            if (!section.equals(MINE)) {
                result.add(new Frame.Section(
                        "nav-" + section.replace('.', '-'), visit.t(section), entries(lines, visit, path)));
            }
        });
        return result;
    }

    /** What bundles add to the menu under one's initials. */
    List<Frame.Entry> mine(Actor actor, Visit visit, String path) {
        List<Line> lines = new ArrayList<>();
        contributions.entries().stream().filter(it -> it.section().equals(MINE)).forEach(it -> add(actor, it, lines));
        lines.sort(Comparator.comparingInt(Line::order));
        return entries(lines, visit, path);
    }

    private static List<Frame.Entry> entries(List<Line> lines, Visit visit, String path) {
        return lines.stream()
                .map(it -> new Frame.Entry(visit.t(it.label()), it.icon(), it.href(), within(path, it.href())))
                .toList();
    }

    private static boolean within(String path, String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }
}
