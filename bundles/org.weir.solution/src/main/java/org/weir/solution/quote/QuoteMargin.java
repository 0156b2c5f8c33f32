package org.weir.solution.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** The margin of each quote, marked when it leaves the corridor; for those who may see costs. */
@Component
public final class QuoteMargin implements ComputedField {
    private final Database database;

    @Activate
    public QuoteMargin(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public String name() {
        return "margin";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean column() {
        return true;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        Map<UUID, List<Badge>> margins = new HashMap<>();
        if (!SeeCost.may(actor) || rows.isEmpty()) {
            return margins;
        }
        Map<UUID, Object> corridors = new HashMap<>();
        rows.forEach(it -> corridors.put(it.id(), String.valueOf(it.get("corridor"))));
        database.read(handle -> handle.createQuery(
                        "select quote, margin from solution.quote_figures where margin is not null and "
                                + database.dialect().oneOf("quote", "ids"))
                .bindArray("ids", UUID.class, List.copyOf(corridors.keySet()))
                .map((row, context) -> {
                    UUID id = row.getObject("quote", UUID.class);
                    String corridor = String.valueOf(corridors.get(id));
                    return margins.put(
                            id,
                            List.of(new Badge(
                                    Text.of("quote.percent", row.getBigDecimal("margin")),
                                    corridor.equals("inside") ? "good" : "warn",
                                    Text.of("record.quote.corridor." + corridor))));
                })
                .list());
        return margins;
    }
}
