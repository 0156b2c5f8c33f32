package org.weir.aftersales.ticket;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.sla.Severity;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;

/** Judges anew how much the customer suffers, with the reason; pauses keep counting. */
@Component(service = Action.class)
public final class SetSeverity extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public SetSeverity(@Reference TicketDesk desk) {
        super("set-severity", 60, Input.class, "new", "assigned", "in-progress", "waiting-customer", "restored");
        this.desk = desk;
    }

    public record Input(
            @FieldSpec(required = true) Severity severity,
            @FieldSpec(required = true, max = 1_000) String why) {}

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("severity", input.severity().key());
        Row changed = desk.change(call.actor(), row, values, () -> desk.comment(call.actor(), row, input.why()));
        return Done.open(Text.of("ticket.severity-set"), changed);
    }
}
