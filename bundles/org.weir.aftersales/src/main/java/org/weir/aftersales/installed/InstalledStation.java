package org.weir.aftersales.installed;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** An installed system in the chain: since when, how its warranty stands. */
@Component
public final class InstalledStation implements ChainStation {
    private final Clock clock;

    @Activate
    public InstalledStation() {
        this(Clock.systemUTC());
    }

    InstalledStation(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String type() {
        return "installed-system";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, today)));
        return facts;
    }

    private static Facts of(Row row, LocalDate today) {
        Warranty warranty = Warranty.on(today, (LocalDate) row.get("warrantyUntil"));
        boolean retired = "retired".equals(row.text("state"));
        return new Facts(
                (LocalDate) row.get("acceptedOn"),
                null,
                null,
                row.ref("owner"),
                Text.of("record.installed-system.state." + row.text("state")),
                retired ? "plain" : "good",
                !retired && warranty == Warranty.OVER ? Text.of("installed.warranty-over") : null);
    }
}
