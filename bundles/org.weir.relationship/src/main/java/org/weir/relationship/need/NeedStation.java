package org.weir.relationship.need;

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

/** A need in the chain: when it was voiced, and how it was answered. */
@Component
public final class NeedStation implements ChainStation {
    @Override
    public String type() {
        return "need";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(Clock.system(actor.zone()));
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, today)));
        return facts;
    }

    private static Facts of(Row row, LocalDate today) {
        LocalDate voiced = (LocalDate) row.get("voiced");
        String state = String.valueOf(row.get("state"));
        boolean open = state.equals("open");
        LocalDate due = open && voiced != null ? voiced.plusDays(PATIENCE) : null;
        return new Facts(
                voiced,
                due,
                null,
                row.ref("owner"),
                Text.of("record.need.state." + state),
                open ? "info" : state.equals("answered") ? "good" : "plain",
                due != null && due.isBefore(today) ? Text.of("need.unanswered-too-long", PATIENCE) : null);
    }

    /** Days within which a need is to be answered or declined. */
    public static final int PATIENCE = 30;
}
