package org.weir.solution.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of the feature tree. Attribute values are BigDecimal, Boolean or String. */
public final class Feature {
    private final int index;
    private final String name;
    private final Kind kind;
    private final @Nullable Feature parent;
    private final int min;
    private final int max;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();

    /** @param min with {@code max} the quantities it may be taken in; 1 and 1 for a feature that is there or not */
    public Feature(int index, String name, Kind kind, @Nullable Feature parent, int min, int max) {
        this.index = index;
        this.name = name;
        this.kind = kind;
        this.parent = parent;
        this.min = min;
        this.max = max;
    }

    /** What its value is when it is taken. */
    public enum Kind {
        BOOLEAN,
        INTEGER,
        REAL,
        STRING
    }

    /** Position in the model's {@link FeatureModel#features()}. */
    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Feature parent() {
        return parent;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    /** Whether it is taken in quantities: more than one piece is possible. */
    public boolean counted() {
        return max > 1;
    }

    public List<Group> groups() {
        return groups;
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    public @Nullable BigDecimal number(String attribute) {
        return attributes.get(attribute) instanceof BigDecimal number ? number : null;
    }

    public @Nullable String text(String attribute) {
        return attributes.get(attribute) instanceof String text ? text : null;
    }

    public boolean flag(String attribute) {
        return Boolean.TRUE.equals(attributes.get(attribute));
    }

    /** Whether it is the other feature or below it. */
    public boolean within(Feature other) {
        for (Feature it = this; it != null; it = it.parent) {
            if (it == other) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
