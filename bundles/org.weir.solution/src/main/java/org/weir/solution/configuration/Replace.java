package org.weir.solution.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Group;

/** Of several features that exclude each other the one chosen last counts. */
final class Replace {
    private Replace() {}

    /** The choices without those that the new one stands instead of: of the same feature, of others of its group, and below them. */
    static List<Choice> by(List<Choice> choices, Choice wanted) {
        Set<Feature> excluded = new HashSet<>();
        Feature parent = wanted.feature().parent();
        if (wanted.taken() && parent != null) {
            parent.groups().stream()
                    .filter(it ->
                            it.kind() == Group.Kind.ALTERNATIVE && it.features().contains(wanted.feature()))
                    .forEach(it -> excluded.addAll(it.features()));
        }
        excluded.remove(wanted.feature());
        List<Choice> kept = new ArrayList<>(choices);
        kept.removeIf(it -> it.feature().equals(wanted.feature())
                || (it.taken() && excluded.stream().anyMatch(it.feature()::within)));
        return kept;
    }
}
