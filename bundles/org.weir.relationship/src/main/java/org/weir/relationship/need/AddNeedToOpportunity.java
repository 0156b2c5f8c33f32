package org.weir.relationship.need;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Notes a need on an opportunity, of its account. */
@Component(service = Action.class)
public final class AddNeedToOpportunity implements Action {
    private final NoteNeed notes;

    @Activate
    public AddNeedToOpportunity(@Reference Records records) {
        this.notes = new NoteNeed(records);
    }

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public String name() {
        return "add-need";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return NoteNeed.Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return row.ref("account") != null;
    }

    @Override
    public Done run(Call call) {
        Row opportunity = call.rows().get(0);
        UUID account = Objects.requireNonNull(opportunity.ref("account"));
        Row need = notes.note(call.actor(), account, opportunity.id(), (NoteNeed.Input) call.input());
        return Done.said(Text.of("need.noted", String.valueOf(need.get("title"))));
    }
}
