package org.weir.relationship.opportunity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** An opportunity in the chain: its stage, its worth, and whether it should be closed by now. */
@Component
public final class OpportunityStation implements ChainStation {
    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(Clock.system(actor.zone()));
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, today)));
        return facts;
    }

    private static Facts of(Row row, LocalDate today) {
        LocalDate close = (LocalDate) row.get("expectedClose");
        boolean open = Opportunity.isOpen(row);
        LocalDate begun = (LocalDate) row.get("engaged");
        return new Facts(
                open || row.get("closed") == null ? begun : (LocalDate) row.get("closed"),
                open ? close : null,
                (Money) row.get("amount"),
                row.ref("owner"),
                Text.of("record.opportunity.stage." + row.text("stage")),
                open ? "info" : "won".equals(row.text("stage")) ? "good" : "plain",
                open && close != null && close.isBefore(today) ? Text.of("opportunity.overdue") : null);
    }
}
