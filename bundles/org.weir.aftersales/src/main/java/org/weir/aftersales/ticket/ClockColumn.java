package org.weir.aftersales.ticket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Row;

/** The clock that matters most, beside each ticket. */
@Component
public final class ClockColumn implements ComputedField {
    private final ReckonTickets reckon;

    @Activate
    public ClockColumn(@Reference ReckonTickets reckon) {
        this.reckon = reckon;
    }

    @Override
    public String type() {
        return "ticket";
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean column() {
        return true;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        Map<UUID, List<Badge>> badges = new HashMap<>();
        reckon.clocks(rows.stream().map(Row::id).toList())
                .forEach((id, clocks) -> badges.put(id, ClockWords.badges(clocks)));
        return badges;
    }
}
