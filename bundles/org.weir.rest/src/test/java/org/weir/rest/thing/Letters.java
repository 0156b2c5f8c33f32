package org.weir.rest.thing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Row;

/** How many letters a thing's name has. */
public final class Letters implements ComputedField {
    @Override
    public String type() {
        return "thing";
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean column() {
        return false;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        Map<UUID, Integer> letters = new HashMap<>();
        for (Row row : rows) {
            String name = row.text("name");
            letters.put(row.id(), name == null ? 0 : name.length());
        }
        return letters;
    }
}
