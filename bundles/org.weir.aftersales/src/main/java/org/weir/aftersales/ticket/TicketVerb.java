package org.weir.aftersales.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.records.api.Action;
import org.weir.records.api.Row;

/** A verb on one ticket that applies in some of its states. */
abstract class TicketVerb implements Action {
    private final String name;
    private final int order;
    private final Class<? extends Record> input;
    private final List<String> states;

    TicketVerb(String name, int order, Class<? extends Record> input, String... states) {
        this.name = name;
        this.order = order;
        this.input = input;
        this.states = Arrays.asList(states);
    }

    @Override
    public final String type() {
        return "ticket";
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public final Class<? extends Record> input() {
        return input;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return states.contains(String.valueOf(row.get("state")));
    }
}
