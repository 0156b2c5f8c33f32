package org.weir.rest.thing;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Records;

/** Counts the list as filtered. */
public final class CountAll implements Action {
    private final Records records;

    public CountAll(Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return "thing";
    }

    @Override
    public String name() {
        return "count";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.LIST);
    }

    @Override
    public Done run(Call call) {
        long number = records.count(call.actor(), Objects.requireNonNull(call.query()), 1_000)
                .number();
        return Done.answered(Text.of("things.counted", number), Map.of("number", number));
    }
}
