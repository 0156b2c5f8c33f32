package org.weir.solution.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Rule;

/** What people call features and rules: the attributes {@code en}, {@code zh} and so on, else the name. */
public final class Labels {
    private Labels() {}

    public static String of(Feature feature, Locale locale) {
        String label = feature.text(locale.getLanguage());
        if (label == null) {
            label = feature.text("en");
        }
        return label == null ? feature.name() : label;
    }

    public static String of(Rule rule, Locale locale) {
        String label = rule.labels().get(locale.getLanguage());
        return label == null ? rule.labels().getOrDefault("en", rule.source()) : label;
    }

    /** By language tag, always with {@code en}. */
    public static Map<String, String> all(Feature feature) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("en", of(feature, Locale.ENGLISH));
        feature.attributes().forEach((name, value) -> {
            if (name.length() == 2 && value instanceof String text) {
                labels.put(name, text);
            }
        });
        return Map.copyOf(labels);
    }
}
