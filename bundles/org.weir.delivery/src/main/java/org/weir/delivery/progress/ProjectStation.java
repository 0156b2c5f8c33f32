package org.weir.delivery.progress;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Days;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** A project in the chain: how far it is, and whether it will be later than its baseline. */
@Component
public final class ProjectStation implements ChainStation {
    @Override
    public String type() {
        return DeliveryTypes.PROJECT;
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(actor.zone());
        Days days = new Days(actor.locale(), today);
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, days)));
        return facts;
    }

    private static Facts of(Row row, Days days) {
        String state = Reading.text(row, "state");
        boolean over = Set.of("accepted", "closed").contains(state);
        LocalDate forecast = Reading.date(row, "forecast");
        LocalDate baseline = Reading.date(row, "baselineFinish");
        boolean behind = !over && forecast != null && baseline != null && forecast.isAfter(baseline);
        Text said = state.equals("running")
                ? Text.of("delivery.station.running", Reading.number(row, "progress"))
                : Text.of("record.project.state." + state);
        return new Facts(
                Reading.date(row, "plannedStart"),
                over ? null : forecast,
                null,
                row.ref("owner"),
                said,
                over ? "good" : behind ? "warn" : "info",
                behind ? Text.of("delivery.station.behind", days.day(forecast), days.day(baseline)) : null);
    }
}
