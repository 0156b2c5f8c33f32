package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;

/** It was not done after all. The time in which everybody thought it was does not count. */
@Component(service = Action.class)
public final class ReopenTicket extends TicketVerb {
    private final TicketDesk desk;

    @Activate
    public ReopenTicket(@Reference TicketDesk desk) {
        super("reopen", 80, Input.class, "resolved", "closed");
        this.desk = desk;
    }

    /** @param downAgain the customer is without service again, so that the clock for restoring goes on too */
    public record Input(
            @FieldSpec(required = true, max = 1_000) String why,
            @FieldSpec(initial = "false") @Nullable Boolean downAgain,
            @FieldSpec(initial = "now") @Nullable Instant at) {}

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Instant at = desk.done(row, input.at());
        Instant resolved = (Instant) Objects.requireNonNull(row.get("resolvedAt"));
        boolean down = Boolean.TRUE.equals(input.downAgain());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", down ? "in-progress" : "restored");
        values.put("resolvedAt", null);
        values.put("closedAt", null);
        values.put("confirmedBy", null);
        if (down) {
            values.put("restoredAt", null);
        }
        Row changed = desk.change(call.actor(), row, values, () -> {
            if (resolved.isBefore(at)) {
                desk.store().pause(row.id(), resolved, at, input.why());
            }
            desk.comment(call.actor(), row, input.why());
        });
        return Done.open(Text.of("ticket.reopened"), changed);
    }
}
