package org.weir.delivery.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The acceptance of a site in the chain: signed, or what is left. */
@Component
public final class AcceptanceStation implements ChainStation {
    private final Records records;

    @Activate
    public AcceptanceStation(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return DeliveryTypes.SITE_ACCEPTANCE;
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(actor.zone());
        Map<UUID, LocalDate> overdue = new HashMap<>();
        if (actor.may("punch-item:read")) {
            List<UUID> ids = rows.stream().map(Row::id).toList();
            for (Row item : new Reading(records, actor).in(DeliveryTypes.PUNCH_ITEM, "acceptance", ids)) {
                LocalDate due = Reading.date(item, "due");
                if (!Reading.yes(item, "done") && due != null && due.isBefore(today)) {
                    overdue.put(Reading.ref(item, "acceptance"), due);
                }
            }
        }
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, actor, overdue.containsKey(it.id()))));
        return facts;
    }

    private static Facts of(Row row, Actor actor, boolean overdue) {
        String state = Reading.text(row, "state");
        Instant signed = (Instant) row.get("signedAt");
        Instant at = signed == null ? row.createdAt() : signed;
        Text kind = Text.of("record.site-acceptance.kind." + row.text("kind"));
        return new Facts(
                LocalDate.ofInstant(at, actor.zone()),
                null,
                null,
                row.ref("owner"),
                Text.of("delivery.station.acceptance", kind, Text.of("record.site-acceptance.state." + state)),
                state.equals("signed") ? "good" : "info",
                overdue ? Text.of("delivery.station.punch-late") : null);
    }
}
