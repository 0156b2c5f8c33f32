package org.weir.solution.contract;

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

/** A contract in the chain. */
@Component
public final class ContractStation implements ChainStation {
    @Override
    public String type() {
        return "contract";
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        Map<UUID, Facts> facts = new HashMap<>();
        for (Row contract : rows) {
            String state = String.valueOf(contract.get("state"));
            facts.put(
                    contract.id(),
                    new Facts(
                            (LocalDate) contract.get("signedOn"),
                            null,
                            contract.get("amount") instanceof Money money ? money.rounded() : null,
                            contract.ref("owner"),
                            Text.of("record.contract.state." + state),
                            state.equals("fulfilled") ? "good" : "info",
                            null));
        }
        return facts;
    }
}
