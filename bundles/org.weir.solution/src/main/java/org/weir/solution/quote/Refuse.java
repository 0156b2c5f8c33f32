package org.weir.solution.quote;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/** Sends the quote back to those who make it, with the reason. */
@Component(service = Action.class)
public final class Refuse extends QuoteAction {
    private final DecideApproval decision;

    @Activate
    public Refuse(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access) {
        super("refuse", 40, States.WAITING);
        this.decision = new DecideApproval(database, records, access);
    }

    /** @param answer what is wrong with it */
    public record Input(
            @FieldSpec(required = true, multiline = true, max = 4_000) @Nullable
            String answer) {}

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        String answer = ((Input) call.input()).answer();
        return Done.open(
                Text.of("quote.refused"),
                decision.decide(call.actor(), call.rows().get(0), false, answer));
    }
}
