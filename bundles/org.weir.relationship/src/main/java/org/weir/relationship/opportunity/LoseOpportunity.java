package org.weir.relationship.opportunity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** Closes an opportunity as lost. */
@Component(service = Action.class)
public final class LoseOpportunity implements Action {
    private final Records records;

    @Activate
    public LoseOpportunity(@Reference Records records) {
        this.records = records;
    }

    /** What is asked for. */
    public record Input(
            @FieldSpec(required = true) Opportunity.Reason reason,

            @FieldSpec(multiline = true, max = 2_000) @Nullable
            String reasonWords,

            @FieldSpec(required = true, initial = "today") LocalDate closed,

            @FieldSpec(ref = "competitor") List<UUID> competitors) {}

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public String name() {
        return "lose";
    }

    @Override
    public int order() {
        return 30;
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
        return Opportunity.isOpen(row);
    }

    @Override
    public Done run(Call call) {
        Row row = call.rows().get(0);
        Input input = (Input) call.input();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("stage", "lost");
        values.put("reason", Opportunity.key(input.reason()));
        values.put("reasonWords", input.reasonWords());
        values.put("closed", input.closed());
        values.put("probability", 0L);
        if (!input.competitors().isEmpty()) {
            values.put("competitors", input.competitors());
        }
        records.update(call.actor(), Draft.change(row, values));
        return Done.said(Text.of("opportunity.lost", String.valueOf(row.get("title"))));
    }
}
