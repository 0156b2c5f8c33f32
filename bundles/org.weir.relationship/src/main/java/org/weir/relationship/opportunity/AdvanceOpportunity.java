package org.weir.relationship.opportunity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Moves an opportunity to the next stage, or to the open stage that is told. */
@Component(service = Action.class)
public final class AdvanceOpportunity implements Action {
    private final Records records;

    @Activate
    public AdvanceOpportunity(@Reference Records records) {
        this.records = records;
    }

    /** What is asked for. */
    public record Input(@FieldSpec @Nullable OpenStage stage) {}

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public String name() {
        return "advance";
    }

    @Override
    public int order() {
        return 10;
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
        OpenStage wanted = ((Input) call.input()).stage();
        OpenStage stage = wanted == null ? next(row) : wanted;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stage", Opportunity.key(stage));
        if (stage != OpenStage.PROSPECTING && row.get("engaged") == null) {
            values.put("engaged", LocalDate.now(Clock.system(call.actor().zone())));
        }
        records.update(call.actor(), Draft.change(row, values));
        return Done.said(
                Text.of("opportunity.advanced", Text.of("record.opportunity.stage." + Opportunity.key(stage))));
    }

    /** The stages of what is still to be decided. */
    public enum OpenStage {
        PROSPECTING,
        ENGAGING,
        PROPOSAL,
        NEGOTIATION
    }

    private static OpenStage next(Row row) {
        for (OpenStage stage : OpenStage.values()) {
            if (Opportunity.key(stage).equals(row.text("stage")) && stage != OpenStage.NEGOTIATION) {
                return OpenStage.values()[stage.ordinal() + 1];
            }
        }
        throw ProblemException.conflict(Text.of("opportunity.last-stage"));
    }
}
