package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;

/** The customer has had the first answer: the clock for it stops. */
@Component(service = Action.class)
public final class RespondToCustomer extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public RespondToCustomer(@Reference TicketDesk desk) {
        super("respond", 20, Input.class, "new", "assigned");
        this.desk = desk;
    }

    /** @param words what was answered */
    public record Input(
            @FieldSpec(initial = "now") @Nullable Instant at,

            @FieldSpec(multiline = true, max = 10_000) @Nullable
            String words) {}

    @Override
    public boolean applies(Actor actor, Row row) {
        return super.applies(actor, row) && row.get("respondedAt") == null;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("respondedAt", desk.done(row, input.at()));
        values.put("state", "in-progress");
        if (row.ref("owner") == null) {
            values.put("owner", call.actor().user());
        }
        Row changed = desk.change(call.actor(), row, values, () -> desk.comment(call.actor(), row, input.words()));
        return Done.open(Text.of("ticket.responded"), changed);
    }
}
