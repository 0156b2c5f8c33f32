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
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Seals the quote: it goes to the customer as it is. {@link CheckQuote} lets nothing out that is outside the corridor. */
@Component(service = Action.class)
public final class Send extends QuoteAction {
    private final Records records;
    private final Access access;
    private final Clock clock;

    @Activate
    public Send(@Reference Records records, @Reference Access access) {
        this(records, access, Clock.systemUTC());
    }

    Send(Records records, Access access, Clock clock) {
        super("send", 10, States.DRAFT, States.APPROVED);
        this.records = records;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @param validUntil empty leaves what the quote says, or 30 days when it says nothing
     */
    public record Input(@FieldSpec @Nullable LocalDate validUntil) {}

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return States.is(row, States.APPROVED)
                || (States.is(row, States.DRAFT) && "inside".equals(row.get("corridor")));
    }

    @Override
    public Done run(Call call) {
        Row quote = call.rows().get(0);
        LocalDate today = LocalDate.now(clock);
        LocalDate asked = ((Input) call.input()).validUntil();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", States.SENT);
        values.put("sentOn", today);
        if (asked != null || quote.get("validUntil") == null) {
            values.put("validUntil", asked == null ? today.plusDays(30) : asked);
        }
        Row sent = records.update(OnBehalf.of(call.actor(), access), Draft.change(quote, values));
        return Done.open(Text.of("quote.sent", String.valueOf(sent.get("number"))), sent);
    }
}
