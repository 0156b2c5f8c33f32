package org.weir.relationship.lead;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** A lead in the chain: when it came, and whether it waits too long. */
@Component
public final class LeadStation implements ChainStation {
    @Override
    public String type() {
        return "lead";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(Clock.system(actor.zone()));
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, today)));
        return facts;
    }

    private static Facts of(Row row, LocalDate today) {
        LocalDate received = (LocalDate) row.get("received");
        String state = String.valueOf(row.get("state"));
        boolean waits = state.equals("new");
        LocalDate due = waits && received != null ? received.plusDays(PATIENCE) : null;
        return new Facts(
                received,
                due,
                null,
                row.ref("owner"),
                Text.of("record.lead.state." + state),
                waits ? "info" : state.equals("qualified") ? "good" : "plain",
                due != null && due.isBefore(today) ? Text.of("lead.waits-too-long", PATIENCE) : null);
    }

    /** Days within which a lead is to be qualified or declined. */
    public static final int PATIENCE = 3;
}
