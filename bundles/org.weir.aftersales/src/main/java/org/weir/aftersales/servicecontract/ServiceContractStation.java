package org.weir.aftersales.servicecontract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** A service contract in the chain: until when, for how much. */
@Component
public final class ServiceContractStation implements ChainStation {
    private final Clock clock;

    @Activate
    public ServiceContractStation() {
        this(Clock.systemUTC());
    }

    ServiceContractStation(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String type() {
        return "service-contract";
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, today)));
        return facts;
    }

    private static Facts of(Row row, LocalDate today) {
        boolean active = "active".equals(row.text("state"));
        boolean ended = active && row.get("until") instanceof LocalDate until && until.isBefore(today);
        return new Facts(
                (LocalDate) row.get("since"),
                active ? (LocalDate) row.get("until") : null,
                (Money) row.get("fee"),
                row.ref("owner"),
                Text.of(ended ? "service-contract.ended" : "record.service-contract.state." + row.text("state")),
                ended ? "bad" : active ? "good" : "plain",
                ended ? Text.of("service-contract.ended-late") : null);
    }
}
