package org.weir.solution.configurator;

import java.util.ArrayList;
import java.util.List;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configurator.View.Panel;
import org.weir.solution.configurator.View.Way;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Explain;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Rule;
import org.weir.solution.model.Labels;
import org.weir.web.api.Visit;

/** Puts a conflict into words. */
final class Explained {
    private final Visit visit;
    private final Bench bench;

    Explained(Visit visit, Bench bench) {
        this.visit = visit;
        this.bench = bench;
    }

    String say(Choice choice) {
        String label = Labels.of(choice.feature(), visit.locale());
        if (!choice.taken()) {
            return visit.t("configurator.without", label);
        }
        if (choice.value() == null) {
            return label;
        }
        return visit.t(
                choice.feature().counted() ? "configurator.times" : "configurator.valued", label, choice.value());
    }

    Panel panel(Explain.Conflict conflict) {
        Choice wanted = conflict.wanted();
        List<String> because = conflict.choices().stream().map(this::say).toList();
        List<String> rules = new Explain(bench.compiled())
                .rules(conflict).stream().map(this::rule).toList();
        String key = conflict.never()
                ? "configurator.never"
                : wanted.taken() ? "configurator.clash" : "configurator.follows-from";
        String label = wanted.taken() ? say(wanted) : Labels.of(wanted.feature(), visit.locale());
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < conflict.ways().size(); i++) {
            ways.add(new Way(
                    "way:" + i + ":" + Wish.write(wanted),
                    say(wanted, conflict.ways().get(i))));
        }
        return new Panel(visit.t(key, label, because.size()), because, rules, ways);
    }

    private String rule(Rule rule) {
        return rule.labels().isEmpty() ? rule.source() : Labels.of(rule, visit.locale());
    }

    private String say(Choice wanted, Explain.WayOut way) {
        List<Choice> add = way.add();
        if (add.isEmpty()) {
            return visit.t("configurator.way.stay");
        }
        if (way.drop().isEmpty()) {
            return visit.t("configurator.way.instead", say(add.get(0)));
        }
        String dropped = join(way.drop());
        String opening = wanted.taken() ? "take" : "leave";
        if (add.size() == 1) {
            return visit.t("configurator.way." + opening + ".drop", dropped);
        }
        Feature first = add.get(1).feature();
        boolean same = way.drop().stream().anyMatch(it -> it.feature().equals(first));
        return add.size() == way.drop().size() + 1 || same
                ? visit.t("configurator.way." + opening + ".change", join(add.subList(1, add.size())))
                : visit.t("configurator.way." + opening + ".both", dropped, join(add.subList(1, add.size())));
    }

    private String join(List<Choice> choices) {
        return String.join(
                visit.t("configurator.and"), choices.stream().map(this::say).toList());
    }
}
