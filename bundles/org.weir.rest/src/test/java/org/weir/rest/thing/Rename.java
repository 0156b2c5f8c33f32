package org.weir.rest.thing;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Gives things another name, unless they are worn out. */
public final class Rename implements Action {
    private final Records records;

    public Rename(Records records) {
        this.records = records;
    }

    /** What is asked for. */
    public record To(
            @FieldSpec(required = true, max = 50) String to,
            @FieldSpec @Nullable Integer times) {}

    @Override
    public String type() {
        return "thing";
    }

    @Override
    public String name() {
        return "rename";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD, Place.SELECTION);
    }

    @Override
    public Class<? extends Record> input() {
        return To.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return !"worn-out".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        To input = (To) call.input();
        for (Row row : call.rows()) {
            records.update(call.actor(), Draft.change(row, Map.of("name", input.to())));
        }
        return Done.said(Text.of("things.renamed", call.rows().size()));
    }
}
