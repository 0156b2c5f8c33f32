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

/** The customer has service again, perhaps by a workaround; the cause may still be there. */
@Component(service = Action.class)
public final class RestoreService extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public RestoreService(@Reference TicketDesk desk) {
        super("restore", 25, Input.class, "new", "assigned", "in-progress", "waiting-customer");
        this.desk = desk;
    }

    public record Input(
            @FieldSpec(initial = "now") @Nullable Instant at,

            @FieldSpec(multiline = true, max = 20_000) @Nullable
            String workaround) {}

    @Override
    public boolean applies(Actor actor, Row row) {
        return super.applies(actor, row) && row.get("restoredAt") == null;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Instant at = desk.done(row, input.at());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("restoredAt", at);
        values.put("state", "restored");
        values.put("waitingFor", null);
        if (row.get("respondedAt") == null) {
            values.put("respondedAt", at);
        }
        if (input.workaround() != null) {
            values.put("workaround", input.workaround());
        }
        Row changed = desk.change(call.actor(), row, values, () -> desk.store().resume(row.id(), at));
        return Done.open(Text.of("ticket.restored"), changed);
    }
}
