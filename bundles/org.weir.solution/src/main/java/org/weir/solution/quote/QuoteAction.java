package org.weir.solution.quote;

import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.records.api.Action;
import org.weir.records.api.Row;

/** A step on the way of one quote, possible in certain states. */
abstract class QuoteAction implements Action {
    private final String name;
    private final int order;
    private final Set<String> states;

    QuoteAction(String name, int order, String... states) {
        this.name = name;
        this.order = order;
        this.states = Set.of(states);
    }

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return states.contains(String.valueOf(row.get("state")));
    }
}
