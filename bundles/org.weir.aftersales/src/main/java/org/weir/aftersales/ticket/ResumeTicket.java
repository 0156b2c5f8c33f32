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

/** The customer has answered: the clocks go on. */
@Component(service = Action.class)
public final class ResumeTicket extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public ResumeTicket(@Reference TicketDesk desk) {
        super("resume", 15, Input.class, "waiting-customer");
        this.desk = desk;
    }

    /** @param at when the customer answered */
    public record Input(
            @FieldSpec(initial = "now") @Nullable Instant at) {}

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Instant at = desk.done(row, input.at());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", row.get("restoredAt") == null ? "in-progress" : "restored");
        values.put("waitingFor", null);
        Row changed = desk.change(call.actor(), row, values, () -> desk.store().resume(row.id(), at));
        return Done.open(Text.of("ticket.resumed"), changed);
    }
}
