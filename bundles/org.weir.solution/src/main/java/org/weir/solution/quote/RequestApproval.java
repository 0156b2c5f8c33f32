package org.weir.solution.quote;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Asks somebody who may decide to let the quote leave the corridor, with the reason. */
@Component(service = Action.class)
public final class RequestApproval extends QuoteAction {
    private final Database database;
    private final Records records;
    private final Access access;
    private final Offers offers;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public RequestApproval(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access) {
        super("request-approval", 20, States.DRAFT);
        this.database = database;
        this.records = records;
        this.access = access;
        this.offers = new Offers(database);
    }

    /** @param reason why it is right to leave the corridor here */
    public record Input(
            @FieldSpec(required = true, multiline = true, max = 4_000)
            String reason) {}

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return super.applies(actor, row) && !"inside".equals(row.get("corridor"));
    }

    @Override
    public Done run(Call call) {
        Row asked = call.rows().get(0);
        Row waiting = database.write(handle -> {
            offers.lock(asked.id());
            Offer offer = offers.of(asked);
            if (offer.lines().isEmpty()) {
                throw ProblemException.conflict(Text.of("quote.no-lines"));
            }
            if (offer.inside()) {
                throw ProblemException.conflict(Text.of("quote.no-approval-needed"));
            }
            Actor writer = OnBehalf.of(call.actor(), access);
            records.create(writer, Draft.create("approval", values(call, asked, offer)));
            return records.update(writer, Draft.change(asked, Map.of("state", States.WAITING)));
        });
        return Done.open(Text.of("quote.approval-requested"), waiting);
    }

    private Map<String, Object> values(Call call, Row quote, Offer offer) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("subject", quote.get("number") + " " + quote.get("subject"));
        values.put("account", Objects.requireNonNull(quote.ref("account")));
        values.put("quote", quote.id());
        values.put(
                "rule",
                offer.corridor() == Quote.Corridor.UNKNOWN ? "margin-unknown" : CheckQuote.choice(offer.corridor()));
        values.put("reason", ((Input) call.input()).reason());
        values.put("requestedBy", call.actor().user());
        values.put("requestedAt", clock.instant().truncatedTo(ChronoUnit.MICROS));
        values.put("fingerprint", offer.fingerprint());
        return values;
    }
}
