package org.weir.solution.configurator;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;

/** Configurations in the chain from need to maintenance. */
@Component
public final class ConfigurationStation implements ChainStation {
    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        Map<UUID, Facts> facts = new HashMap<>();
        for (Row row : rows) {
            String state = Objects.requireNonNullElse(row.text("state"), "draft");
            facts.put(
                    row.id(),
                    new Facts(
                            LocalDate.ofInstant(row.createdAt(), ZoneOffset.UTC),
                            null,
                            null,
                            row.ref("owner"),
                            Text.of("record.configuration.state." + state),
                            state.equals("draft") ? "info" : "good",
                            null));
        }
        return facts;
    }
}
