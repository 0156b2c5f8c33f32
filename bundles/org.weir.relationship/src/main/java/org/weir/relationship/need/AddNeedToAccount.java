package org.weir.relationship.need;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Notes a need of an account. */
@Component(service = Action.class)
public final class AddNeedToAccount implements Action {
    private final NoteNeed notes;

    @Activate
    public AddNeedToAccount(@Reference Records records) {
        this.notes = new NoteNeed(records);
    }

    @Override
    public String type() {
        return "account";
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
    public Done run(Call call) {
        Row account = call.rows().get(0);
        Row need = notes.note(call.actor(), account.id(), null, (NoteNeed.Input) call.input());
        return Done.said(Text.of("need.noted", String.valueOf(need.get("title"))));
    }
}
