package org.weir.solution.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;

/** The customer says no. */
@Component(service = Action.class)
public final class Decline extends QuoteAction {
    private final Records records;
    private final Access access;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Decline(@Reference Records records, @Reference Access access) {
        super("decline", 60, States.SENT);
        this.records = records;
        this.access = access;
    }

    /**
     * @param decidedBy who said so
     * @param reason why, in the customer's words
     */
    public record Input(
            @FieldSpec(required = true, multiline = true, max = 4_000)
            String reason,

            @FieldSpec @Nullable String decidedBy,
            @FieldSpec(initial = "today") @Nullable LocalDate decidedOn) {}

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        LocalDate on = input.decidedOn();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", States.DECLINED);
        values.put("reason", input.reason());
        values.put("decidedBy", input.decidedBy());
        values.put("decidedOn", on == null ? LocalDate.now(clock) : on);
        return Done.open(
                Text.of("quote.declined"),
                records.update(
                        OnBehalf.of(call.actor(), access),
                        Draft.change(call.rows().get(0), values)));
    }
}
