package org.weir.solution.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product line: its features in the order of the source, and its rules. */
public final class FeatureModel {
    private final List<Feature> features;
    private final List<Rule> rules;
    private final Map<String, Feature> byName = new HashMap<>();

    public FeatureModel(List<Feature> features, List<Rule> rules) {
        this.features = List.copyOf(features);
        this.rules = List.copyOf(rules);
        features.forEach(it -> byName.put(it.name(), it));
    }

    public List<Feature> features() {
        return features;
    }

    public List<Rule> rules() {
        return rules;
    }

    public Feature root() {
        return features.get(0);
    }

    public @Nullable Feature find(String name) {
        return byName.get(name);
    }
}
