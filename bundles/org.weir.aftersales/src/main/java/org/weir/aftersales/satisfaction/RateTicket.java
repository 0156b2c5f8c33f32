package org.weir.aftersales.satisfaction;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Takes down what the customer thinks of the help, once for each closed ticket. */
@Component
public final class RateTicket implements Action {
    private final Database database;
    private final Records records;
    private final Access access;
    private final Clock clock;

    @Activate
    public RateTicket(
            @Reference(target = "(schema=aftersales)") Database database,
            @Reference Records records,
            @Reference Access access) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.clock = Clock.systemUTC();
    }

    public enum Score {
        FIVE,
        FOUR,
        THREE,
        TWO,
        ONE;

        long points() {
            return 5L - ordinal();
        }
    }

    public record Input(
            @FieldSpec(required = true) Score score,

            @FieldSpec(multiline = true, max = 10_000) @Nullable
            String words,

            @FieldSpec(ref = "person") @Nullable UUID person) {}

    @Override
    public String type() {
        return AftersalesTypes.TICKET;
    }

    @Override
    public String name() {
        return "rate";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return "closed".equals(row.text("state")) && !rated(row);
    }

    private boolean rated(Row ticket) {
        Query query = Query.all("satisfaction").where(Filter.eq("ticket", ticket.id()));
        return records.count(access.system(), query, 1).number() > 0;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row ticket = call.rows().get(0);
        long points = input.score().points();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ticket", ticket.id());
        values.put("account", Objects.requireNonNull(ticket.ref("account")));
        values.put("score", points);
        values.put("ratedAt", clock.instant().truncatedTo(ChronoUnit.MICROS));
        put(values, "words", input.words());
        put(values, "person", input.person() == null ? ticket.ref("reporter") : input.person());
        database.perform(handle -> {
            records.create(call.actor(), Draft.create("satisfaction", values));
            if (ticket.type().field("csat") != null) {
                Map<String, @Nullable Object> csat = new LinkedHashMap<>();
                csat.put("csat", points);
                records.update(access.system(), Draft.change(ticket, csat));
            }
        });
        return Done.answered(Text.of("satisfaction.rated", points), Map.of("score", points));
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
