package org.weir.solution.configurator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.solution.configuration.AnswerNeeds;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.configurator.View.NeedLine;
import org.weir.solution.configurator.View.Option;
import org.weir.solution.configurator.View.Section;
import org.weir.solution.configurator.View.Type;
import org.weir.solution.configurator.View.Way;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.CompiledModel;
import org.weir.solution.engine.Explain;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Group;
import org.weir.solution.model.Labels;
import org.weir.solution.price.PriceBook.Terms;
import org.weir.solution.quote.SeeCost;
import org.weir.web.api.Visit;

/** Puts the configurator's view together. */
final class MakeView {
    private static final int FOUND = 60;
    private static final int LINKABLE = 300;

    private final Visit visit;
    private final Bench bench;
    private final AnswerNeeds needs;
    private final boolean mayChange;
    private final @Nullable Terms terms;

    /** @param terms of the price list that a quote would be made from; null when there is none or costs are not shown */
    MakeView(Visit visit, Bench bench, AnswerNeeds needs, boolean mayChange, @Nullable Terms terms) {
        this.visit = visit;
        this.bench = bench;
        this.needs = needs;
        this.mayChange = mayChange;
        this.terms = terms;
    }

    /** @param type the site type wanted; null for the first */
    View make(@Nullable UUID type, int at, String q, Explain.@Nullable Conflict conflict, long since) {
        Figures figures = new Figures(visit, bench);
        SiteType current = bench.siteTypes().stream()
                .filter(it -> it.id().equals(type))
                .findFirst()
                .orElse(bench.siteTypes().isEmpty() ? null : bench.siteTypes().get(0));
        List<Feature> features = bench.compiled().model().features();
        Feature part = features.get(at >= 0 && at < features.size() ? at : 0);
        Choice asked = conflict == null ? null : conflict.wanted();
        View.Panel panel = conflict == null ? null : new Explained(visit, bench).panel(conflict);
        List<Section> sections = List.of();
        List<View.Bar> bars = List.of();
        List<View.Total> totals = List.of();
        View.Margin margin = null;
        if (current != null) {
            MakeLines lines = new MakeLines(visit, bench, current.id(), figures);
            sections = q.isBlank() ? lines.sections(part, asked, panel) : lines.found(search(q), asked, panel);
            Figures.Sums all = figures.all();
            bars = figures.bars(lines.standing());
            boolean costs = SeeCost.may(visit.actor());
            totals = figures.totals(lines.standing(), all, costs);
            margin = costs ? figures.margin(all, terms) : null;
        }
        String state = Objects.requireNonNullElse(bench.row().text("state"), "draft");
        int lines = sections.stream().mapToInt(it -> it.lines().size()).sum();
        return new View(
                "/configurations/" + bench.row().id() + "/configure",
                "/r/configuration/" + bench.row().id(),
                Objects.requireNonNullElse(bench.row().text("title"), ""),
                Objects.requireNonNullElse(bench.row().text("number"), ""),
                visit.t("record.configuration.state." + state),
                state.equals("draft") ? "" : "good",
                mayChange,
                mayChange && bench.undoable(),
                bench.revision(),
                current == null ? "" : current.id().toString(),
                current == null ? "" : current.name(),
                part.index(),
                q,
                (System.nanoTime() - since) / 1_000_000,
                types(current),
                needs(),
                path(part),
                sections,
                q.isBlank() && lines >= MakeLines.MOST ? features.size() : 0,
                bars,
                totals,
                margin,
                kinds(),
                linkable(),
                features.size() > CompiledModel.IN_FULL);
    }

    private List<Type> types(@Nullable SiteType current) {
        List<Type> types = new ArrayList<>();
        for (SiteType it : bench.siteTypes()) {
            int open = bench.open(it.id());
            String note = open == 0 ? visit.t("configurator.complete") : visit.t("configurator.open", open);
            types.add(new Type(it.id().toString(), it.name(), it.count(), note, it.equals(current)));
        }
        return types;
    }

    private List<NeedLine> needs() {
        List<NeedLine> lines = new ArrayList<>();
        for (AnswerNeeds.Answered it : needs.of(visit.actor(), bench)) {
            String key = it.coverage().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String tone =
                    switch (it.coverage()) {
                        case YES, ANSWERED -> "good";
                        case PARTLY -> "info";
                        case NOT_YET -> "warn";
                        case UNLINKED -> "";
                    };
            String by = it.coverage() == AnswerNeeds.Coverage.ANSWERED
                    ? it.answer()
                    : String.join(
                            ", ",
                            it.features().stream().distinct().map(this::label).toList());
            lines.add(new NeedLine(
                    it.need().toString(),
                    it.title(),
                    "/r/need/" + it.need(),
                    visit.t("configurator.coverage." + key),
                    tone,
                    by));
        }
        return lines;
    }

    private String label(String name) {
        Feature feature = bench.compiled().model().find(name);
        return feature == null ? name : Labels.of(feature, visit.locale());
    }

    /** From the root to the part shown. */
    private List<Way> path(Feature part) {
        List<Way> path = new ArrayList<>();
        for (Feature it = part; it != null && it.parent() != null; it = it.parent()) {
            path.add(0, new Way(String.valueOf(it.index()), Labels.of(it, visit.locale())));
        }
        return path;
    }

    private List<Feature> search(String q) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return bench.compiled().model().features().stream()
                .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || Labels.of(it, visit.locale())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .limit(FOUND)
                .toList();
    }

    /** What a site may be: the first alternative group of the model. */
    private List<Option> kinds() {
        return kinds(bench.compiled()).stream()
                .map(it -> new Option(it.name(), Labels.of(it, visit.locale())))
                .toList();
    }

    static List<Feature> kinds(CompiledModel compiled) {
        Feature first = compiled.model().root().groups().isEmpty()
                ? compiled.model().root()
                : compiled.model().root().groups().get(0).features().get(0);
        return first.groups().stream()
                .filter(it -> it.kind() == Group.Kind.ALTERNATIVE)
                .findFirst()
                .map(Group::features)
                .orElse(List.of());
    }

    private List<Option> linkable() {
        return bench.compiled().model().features().stream()
                .filter(it -> !it.flag("abstract"))
                .limit(LINKABLE)
                .map(it -> new Option(it.name(), Labels.of(it, visit.locale())))
                .toList();
    }
}
