package org.weir.partner.example.survey;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Closes a survey with what was measured. */
@Component
public final class CompleteSurvey implements Action {
    private final Records records;

    @Activate
    public CompleteSurvey(@Reference Records records) {
        this.records = records;
    }

    /** @param loadKw measured load in kilowatts */
    public record Input(
            @FieldSpec(required = true) BigDecimal loadKw,

            @FieldSpec(multiline = true, max = 10_000) @Nullable
            String findings) {}

    @Override
    public String type() {
        return "example-survey";
    }

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return "planned".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", "done");
        values.put("loadKw", input.loadKw());
        values.put("findings", input.findings());
        Row done = records.update(call.actor(), Draft.change(call.rows().get(0), values));
        return Done.open(Text.of("example.completed"), done);
    }
}
