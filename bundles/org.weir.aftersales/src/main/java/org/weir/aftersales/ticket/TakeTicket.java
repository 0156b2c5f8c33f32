package org.weir.aftersales.ticket;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Row;

/** Makes a ticket one's own: who takes it owns it to the end. */
@Component(service = Action.class)
public final class TakeTicket extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public TakeTicket(@Reference TicketDesk desk) {
        super("take", 10, Action.NoInput.class, "new", "assigned", "in-progress", "waiting-customer", "restored");
        this.desk = desk;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return super.applies(actor, row) && row.ref("owner") == null;
    }

    @Override
    public Done run(Call call) {
        Row row = call.rows().get(0);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("owner", call.actor().user());
        if ("new".equals(row.text("state"))) {
            values.put("state", "assigned");
        }
        return Done.open(Text.of("ticket.taken"), desk.change(call.actor(), row, values, () -> {}));
    }
}
