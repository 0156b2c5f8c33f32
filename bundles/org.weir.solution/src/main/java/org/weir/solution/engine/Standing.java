package org.weir.solution.engine;

import java.util.List;

/** Where every feature stands under some choices. */
public final class Standing {
    private final FeatureModel model;
    private final boolean possible;
    private final boolean settled;
    private final byte[] state;
    private final int[] least;
    private final int[] most;
    private final List<boolean[]> witnesses;

    Standing(
            FeatureModel model,
            boolean possible,
            boolean settled,
            byte[] state,
            int[] least,
            int[] most,
            List<boolean[]> witnesses) {
        this.model = model;
        this.possible = possible;
        this.settled = settled;
        this.state = state;
        this.least = least;
        this.most = most;
        this.witnesses = witnesses;
    }

    /** Whether any product has all the choices. When not, the rest says nothing. */
    public boolean possible() {
        return possible;
    }

    /** Whether everything asked for is known for certain, not by propagation alone. */
    public boolean settled() {
        return settled;
    }

    /** Every product with these choices has it. */
    public boolean forced(Feature feature) {
        return state[feature.index()] > 0;
    }

    /** No product with these choices has it. */
    public boolean forbidden(Feature feature) {
        return state[feature.index()] < 0;
    }

    public boolean open(Feature feature) {
        return state[feature.index()] == 0;
    }

    /** The fewest pieces if it is taken. */
    public int least(Feature feature) {
        return least[feature.index()];
    }

    public int most(Feature feature) {
        return most[feature.index()];
    }

    /** Whether it says something about this very model. */
    public boolean of(CompiledModel compiled) {
        return compiled.model() == model;
    }

    List<boolean[]> witnesses() {
        return witnesses;
    }
}
