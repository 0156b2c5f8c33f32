package org.weir.solution.engine;

import java.util.List;

/** Children of one feature, of which as many are taken as the kind says when their parent is. */
public record Group(Kind kind, int min, int max, List<Feature> features) {
    public enum Kind {
        MANDATORY,
        OPTIONAL,
        OR,
        ALTERNATIVE,
        CARDINALITY
    }
}
