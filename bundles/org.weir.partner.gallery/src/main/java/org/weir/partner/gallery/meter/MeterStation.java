package org.weir.partner.gallery.meter;

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

/** Meters stand in the chain after the installed systems. */
@Component
public final class MeterStation implements ChainStation {
    @Override
    public String type() {
        return Meter.TYPE;
    }

    @Override
    public int order() {
        return 950;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(actor.zone());
        Map<UUID, Facts> facts = new HashMap<>();
        for (Row row : rows) {
            boolean overdue = Meters.overdue(row, today);
            facts.put(
                    row.id(),
                    new Facts(
                            (LocalDate) row.get("readOn"),
                            (LocalDate) row.get("dueOn"),
                            null,
                            row.ref("reader"),
                            Text.of(overdue ? "gallery.overdue" : "gallery.read"),
                            overdue ? "warn" : "good",
                            overdue ? Text.of("gallery.overdue") : null));
        }
        return facts;
    }
}
