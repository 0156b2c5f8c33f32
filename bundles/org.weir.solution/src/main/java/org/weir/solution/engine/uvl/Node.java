package org.weir.solution.engine.uvl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as written, before it is known what is a condition and what a number. */
record Node(
        Token at, String operator, List<Node> of, @Nullable Reference reference) {
    /** A feature, an attribute of one, or a bare name (an attribute in an aggregate). */
    record Reference(List<String> path) {}

    static Node leaf(Token at, String operator) {
        return new Node(at, operator, List.of(), null);
    }
}
