package org.weir.aftersales.servicecase;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** A case in the chain: what was learned. */
@Component
public final class ServiceCaseStation implements ChainStation {
    @Override
    public String type() {
        return AftersalesTypes.SERVICE_CASE;
    }

    @Override
    public int order() {
        return 1200;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        Map<UUID, Facts> facts = new HashMap<>();
        for (Row row : rows) {
            boolean reviewed = "reviewed".equals(row.text("state"));
            facts.put(
                    row.id(),
                    new Facts(
                            LocalDate.ofInstant(row.createdAt(), actor.zone()),
                            null,
                            null,
                            row.ref("owner"),
                            Text.of("record.service-case.state." + row.text("state")),
                            reviewed ? "good" : "info",
                            null));
        }
        return facts;
    }
}
