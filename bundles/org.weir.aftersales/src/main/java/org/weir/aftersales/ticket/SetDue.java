package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.sla.Metric;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;

/** Agrees a due time with the customer by hand; nothing moves it any more. Without a time the SLA's holds again. */
@Component(service = Action.class)
public final class SetDue extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public SetDue(@Reference TicketDesk desk) {
        super("set-due", 65, Input.class, "new", "assigned", "in-progress", "waiting-customer", "restored");
        this.desk = desk;
    }

    /** @param due empty to go by the SLA again */
    public record Input(
            @FieldSpec(required = true, initial = "resolve") Metric metric,
            @FieldSpec @Nullable Instant due,
            @FieldSpec(required = true, max = 1_000) String why) {}

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        if (input.due() != null && !input.due().isAfter(TicketDesk.opened(row))) {
            throw ProblemException.invalid("due", Text.of("ticket.before-opening"));
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(
                switch (input.metric()) {
                    case RESPOND -> "fixedRespond";
                    case RESTORE -> "fixedRestore";
                    case RESOLVE -> "fixedResolve";
                },
                input.due());
        Row changed = desk.change(call.actor(), row, values, () -> desk.comment(call.actor(), row, input.why()));
        return Done.open(Text.of("ticket.due-set"), changed);
    }
}
