package org.weir.relationship.lead;

import java.util.Map;
import java.util.Set;
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

/** Ends a lead that will not become business, with the reason. */
@Component(service = Action.class)
public final class DeclineLead implements Action {
    private final Records records;

    @Activate
    public DeclineLead(@Reference Records records) {
        this.records = records;
    }

    /** What is asked for. */
    public record Input(
            @FieldSpec(required = true, multiline = true, max = 2_000)
            String reason) {}

    @Override
    public String type() {
        return "lead";
    }

    @Override
    public String name() {
        return "decline";
    }

    @Override
    public int order() {
        return 20;
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
        return "new".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Row lead = call.rows().get(0);
        Input input = (Input) call.input();
        records.update(call.actor(), Draft.change(lead, Map.of("state", "declined", "reason", input.reason())));
        return Done.said(Text.of("lead.declined", String.valueOf(lead.get("title"))));
    }
}
