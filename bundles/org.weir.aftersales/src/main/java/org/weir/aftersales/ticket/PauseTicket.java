package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;

/** Stops the clocks while we wait for the customer. Having asked him something is an answer. */
@Component(service = Action.class)
public final class PauseTicket extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public PauseTicket(@Reference TicketDesk desk) {
        super("pause", 40, Input.class, "new", "assigned", "in-progress", "restored");
        this.desk = desk;
    }

    /** @param why what we wait for */
    public record Input(
            @FieldSpec(required = true, max = 1_000) String why,
            @FieldSpec(initial = "now") @Nullable Instant at) {}

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Instant at = desk.done(row, input.at());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", "waiting-customer");
        values.put("waitingFor", input.why());
        if (row.get("respondedAt") == null) {
            values.put("respondedAt", at);
        }
        Row changed = desk.change(call.actor(), row, values, () -> desk.store().pause(row.id(), at, null, input.why()));
        return Done.open(Text.of("ticket.paused"), changed);
    }
}
