package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.ticket.Clocked.Escalation;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;

/** Takes a ticket one step up the ladder by hand, with the reason. */
@Component(service = Action.class)
public final class EscalateTicket extends TicketVerb {
    private static final int TOP = 3;

    private final TicketDesk desk;
    private final ReckonTickets reckon;

    @Activate
    public EscalateTicket(@Reference TicketDesk desk, @Reference ReckonTickets reckon) {
        super("escalate", 70, Input.class, "new", "assigned", "in-progress", "waiting-customer", "restored");
        this.desk = desk;
        this.reckon = reckon;
    }

    public record Input(
            @FieldSpec(required = true, max = 1_000) String why) {}

    @Override
    public boolean applies(Actor actor, Row row) {
        return super.applies(actor, row) && step(row) < TOP;
    }

    @Override
    public Done run(Call call) {
        Row row = call.rows().get(0);
        String why = ((Input) call.input()).why();
        int next = Math.max(1, step(row)) + 1;
        Instant now = desk.now();
        desk.store().database().perform(handle -> {
            Escalation raised = new Escalation(row.id(), ReckonTickets.MANUAL, next, now, now, why);
            desk.store().raise(List.of(raised));
            desk.tell(call.actor(), row, AftersalesTypes.TICKET_ESCALATED, now, raised.data());
            desk.comment(call.actor(), row, why);
            reckon.reckon(List.of(row.id()));
        });
        return Done.open(Text.of("ticket.escalated", Text.of("ticket.step." + next)), row);
    }

    private static int step(Row row) {
        return row.get("escalation") instanceof Long step ? step.intValue() : 0;
    }
}
