package org.weir.solution.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.FeatureModel;

/**
 * A choice as it is kept.
 *
 * @param value pieces of a counted feature, or the value of a typed one; null when that is open
 */
public record Chosen(
        String feature, boolean taken, @Nullable String value, Who who) {
    static Chosen of(Choice choice, Who who) {
        return new Chosen(choice.feature().name(), choice.taken(), choice.value(), who);
    }

    boolean byPeople() {
        return who == Who.USER;
    }

    /** For the engine, in the order they were made; what the model does not have any more is left out. */
    static List<Choice> choices(FeatureModel model, List<Chosen> all, Predicate<Chosen> which) {
        List<Choice> choices = new ArrayList<>();
        for (Chosen chosen : all) {
            Feature feature = model.find(chosen.feature());
            if (feature != null && which.test(chosen)) {
                choices.add(new Choice(feature, chosen.taken(), chosen.value()));
            }
        }
        return choices;
    }

    /** One line per choice, as kept for undo. */
    static String write(List<Chosen> all) {
        StringBuilder text = new StringBuilder();
        for (Chosen it : all) {
            text.append(it.who().key())
                    .append('\t')
                    .append(it.taken() ? '1' : '0')
                    .append('\t');
            text.append(it.value() == null ? "" : it.value().replaceAll("[\t\n]", " "))
                    .append('\t');
            text.append(it.feature()).append('\n');
        }
        return text.toString();
    }

    static List<Chosen> read(String text) {
        List<Chosen> all = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] cells = line.split("\t", 4);
            if (cells.length == 4) {
                String value = cells[2].isEmpty() ? null : cells[2];
                all.add(new Chosen(cells[3], cells[1].equals("1"), value, Who.of(cells[0])));
            }
        }
        return all;
    }
}
