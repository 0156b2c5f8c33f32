package org.weir.aftersales.ticket;

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

/** Closes a resolved ticket with the customer's word. */
@Component(service = Action.class)
public final class CloseTicket extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public CloseTicket(@Reference TicketDesk desk) {
        super("close", 30, Input.class, "resolved");
        this.desk = desk;
    }

    /** @param confirmedBy who of the customer's people said that it is done */
    public record Input(@FieldSpec(required = true) String confirmedBy) {}

    @Override
    public Done run(Call call) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", "closed");
        values.put("closedAt", desk.now());
        values.put("confirmedBy", ((Input) call.input()).confirmedBy());
        Row changed = desk.change(call.actor(), call.rows().get(0), values, () -> {});
        return Done.open(Text.of("ticket.closed"), changed);
    }
}
