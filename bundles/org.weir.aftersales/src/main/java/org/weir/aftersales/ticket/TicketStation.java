package org.weir.aftersales.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** A ticket in the chain: since when, until when, and whether its promises are kept. */
@Component
public final class TicketStation implements ChainStation {
    @Activate
    public TicketStation() {}

    @Override
    public String type() {
        return "ticket";
    }

    @Override
    public int order() {
        return 1100;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(actor, it)));
        return facts;
    }

    private static Facts of(Actor actor, Row row) {
        boolean resolved = row.get("resolvedAt") != null;
        boolean missed = Boolean.FALSE.equals(row.get("slaMade"));
        return new Facts(
                date(actor, row.get("openedAt")),
                resolved ? null : date(actor, row.get("due")),
                null,
                row.ref("owner"),
                Text.of("record.ticket.state." + row.text("state")),
                missed ? "bad" : resolved ? "good" : "info",
                missed && !resolved ? Text.of("ticket.sla-missed") : null);
    }

    private static @Nullable LocalDate date(Actor actor, @Nullable Object at) {
        return at instanceof Instant moment ? LocalDate.ofInstant(moment, actor.zone()) : null;
    }
}
