package org.weir.solution.configurator;

import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.solution.configuration.Bench;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.FeatureModel;

/** A choice as it stands in a form: {@code take:12}, {@code leave:12}, {@code value:12:4}; features by their place in the model. */
final class Wish {
    private Wish() {}

    static String write(Choice choice) {
        int index = choice.feature().index();
        if (!choice.taken()) {
            return "leave:" + index;
        }
        return choice.value() == null ? "take:" + index : "value:" + index + ":" + choice.value();
    }

    /** @throws ProblemException 400 */
    static Choice read(FeatureModel model, String text) {
        String[] parts = text.split(":", 3);
        try {
            Feature feature = model.features().get(Integer.parseInt(parts[1]));
            return switch (parts[0]) {
                case "take" -> Choice.take(feature);
                case "leave" -> Choice.leave(feature);
                case "value" -> of(feature, parts[2]);
                default -> throw wrong(text);
            };
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw wrong(text);
        }
    }

    /** @param value as people write it; null or empty to leave it open */
    static Choice of(Feature feature, @org.jspecify.annotations.Nullable String value) {
        if (value == null || value.isBlank() || (!feature.counted() && feature.kind() == Feature.Kind.BOOLEAN)) {
            return Choice.take(feature);
        }
        String stripped = value.strip();
        if (feature.kind() == Feature.Kind.STRING) {
            return new Choice(feature, true, stripped.substring(0, Math.min(400, stripped.length())));
        }
        if (!stripped.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            throw ProblemException.invalid("value", Text.of("configurator.number"));
        }
        return feature.counted() && stripped.equals("0") ? Choice.leave(feature) : new Choice(feature, true, stripped);
    }

    static Choice named(Bench bench, String feature, boolean taken, @org.jspecify.annotations.Nullable String value) {
        Feature it = bench.compiled().model().find(feature);
        if (it == null) {
            throw ProblemException.invalid("feature", Text.of("uvl.unknown-feature", feature));
        }
        return taken ? of(it, value) : Choice.leave(it);
    }

    private static ProblemException wrong(String text) {
        return ProblemException.badRequest(Text.of("configurator.unknown-wish", text));
    }
}
