package org.weir.solution.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Row;

/** A quote in the chain: what it is worth, until when it holds, and whether the customer is silent. */
@Component
public final class QuoteStation implements ChainStation {
    private static final Map<String, String> TONES = Map.of(
            States.WAITING, "warn",
            States.APPROVED, "info",
            States.SENT, "info",
            States.ACCEPTED, "good",
            States.DECLINED, "bad",
            States.EXPIRED, "bad");

    private final Clock clock = Clock.systemUTC();

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public Map<UUID, Facts> facts(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(clock.withZone(actor.zone()));
        Map<UUID, Facts> facts = new HashMap<>();
        rows.forEach(it -> facts.put(it.id(), of(it, today)));
        return facts;
    }

    private static Facts of(Row quote, LocalDate today) {
        String state = String.valueOf(quote.get("state"));
        LocalDate sent = (LocalDate) quote.get("sentOn");
        LocalDate until = (LocalDate) quote.get("validUntil");
        boolean pending = state.equals(States.SENT);
        String other = state.equals(States.EXPIRED) ? quote.text("reason") : null;
        return new Facts(
                sent == null ? LocalDate.ofInstant(quote.createdAt(), ZoneOffset.UTC) : sent,
                pending ? until : null,
                quote.get("total") instanceof Money money ? money.rounded() : null,
                quote.ref("owner"),
                other == null ? Text.of("record.quote.state." + state) : Text.of("quote.replaced", other),
                other == null ? TONES.getOrDefault(state, "plain") : "plain",
                pending ? late(sent, until, today) : null);
    }

    private static @Nullable Text late(@Nullable LocalDate sent, @Nullable LocalDate until, LocalDate today) {
        if (until != null && until.isBefore(today)) {
            return Text.of("quote.late.expired", until.toString());
        }
        long days = sent == null ? 0 : java.time.temporal.ChronoUnit.DAYS.between(sent, today);
        return days > QuotesDay.SILENT ? Text.of("quote.late.silent", days) : null;
    }
}
