package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;

/** The cause is removed, or the question answered; says how. */
@Component(service = Action.class)
public final class ResolveTicket extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public ResolveTicket(@Reference TicketDesk desk) {
        super("resolve", 30, Input.class, "new", "assigned", "in-progress", "waiting-customer", "restored");
        this.desk = desk;
    }

    public record Input(
            @FieldSpec(required = true, multiline = true, max = 20_000)
            String resolution,

            @FieldSpec(initial = "now") @Nullable Instant at) {}

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Instant at = desk.done(row, input.at());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", "resolved");
        values.put("resolution", input.resolution());
        values.put("resolvedAt", at);
        values.put("waitingFor", null);
        for (String before : new String[] {"respondedAt", "restoredAt"}) {
            if (row.get(before) == null) {
                values.put(before, at);
            }
        }
        Row changed = desk.change(call.actor(), row, values, () -> {
            desk.store().resume(row.id(), at);
            desk.tell(call.actor(), row, AftersalesTypes.TICKET_RESOLVED, desk.now(), "{}");
        });
        return Done.open(Text.of("ticket.resolved"), changed);
    }
}
