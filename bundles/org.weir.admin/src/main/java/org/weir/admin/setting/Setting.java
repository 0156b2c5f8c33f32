package org.weir.admin.setting;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.metatype.AttributeDefinition;
import org.weir.base.api.Text;

/** One thing that may be set, as its bundle declares it. */
final class Setting {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final int LONGEST = 4000;

    private final AttributeDefinition definition;

    Setting(AttributeDefinition definition) {
        this.definition = definition;
    }

    String name() {
        return definition.getID();
    }

    /** As declared, in English unless the bundle says it otherwise. */
    String label() {
        return definition.getName() == null ? name() : definition.getName();
    }

    Kind kind() {
        return Kind.of(definition);
    }

    /** Whether it takes several values, separated by commas. */
    boolean several() {
        return definition.getCardinality() != 0;
    }

    boolean secret() {
        return kind() == Kind.SECRET;
    }

    /** What the bundle itself proposes. */
    String proposed() {
        String[] values = definition.getDefaultValue();
        return values == null ? "" : String.join(", ", values);
    }

    /** The values that may be chosen from; empty for any. */
    List<String> options() {
        String[] values = definition.getOptionValues();
        return values == null ? List.of() : List.of(values);
    }

    List<String> optionLabels() {
        String[] labels = definition.getOptionLabels();
        return labels == null ? options() : List.of(labels);
    }

    /** What is wrong with a value that was typed; null when nothing is. */
    @Nullable
    Text problem(String typed) {
        if (typed.length() > LONGEST) {
            return Text.of("settings.too-long", LONGEST);
        }
        for (String one : several() ? pieces(typed) : List.of(typed)) {
            Text problem = problemOfOne(one);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable Text problemOfOne(String one) {
        if (kind() == Kind.WHOLE && !WHOLE.matcher(one).matches()) {
            return Text.of("settings.whole");
        }
        if (kind() == Kind.DECIMAL && !DECIMAL.matcher(one).matches()) {
            return Text.of("settings.decimal");
        }
        if (kind() == Kind.SWITCH && !one.equals("true") && !one.equals("false")) {
            return Text.of("settings.switch");
        }
        if (!options().isEmpty() && !options().contains(one)) {
            return Text.of("settings.option", String.join(", ", options()));
        }
        String said = definition.validate(one);
        if (said == null || said.isEmpty()) {
            return null;
        }
        String low = said.toLowerCase(Locale.ROOT);
        return low.contains("max") || low.contains("greater")
                ? Text.of("settings.too-large")
                : low.contains("min") || low.contains("less") ? Text.of("settings.too-small") : Text.of("settings.not");
    }

    /** As the configuration carries it. */
    Object value(String typed) {
        if (several()) {
            return pieces(typed).toArray(String[]::new);
        }
        return switch (definition.getType()) {
            case AttributeDefinition.INTEGER, AttributeDefinition.SHORT, AttributeDefinition.BYTE ->
                Integer.valueOf(typed);
            case AttributeDefinition.LONG -> Long.valueOf(typed);
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> Double.valueOf(typed);
            case AttributeDefinition.BOOLEAN -> Boolean.valueOf(typed);
            default -> typed;
        };
    }

    private static List<String> pieces(String typed) {
        return Pattern.compile(",")
                .splitAsStream(typed)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
