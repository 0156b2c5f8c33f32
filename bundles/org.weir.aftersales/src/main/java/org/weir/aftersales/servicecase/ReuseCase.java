package org.weir.aftersales.servicecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Notes that a case helped with another ticket; each ticket counts once. */
@Component
public final class ReuseCase implements Action {
    private static final int KEPT = 1_000;

    private final Records records;
    private final RecordTypes types;
    private final Access access;

    @Activate
    public ReuseCase(@Reference Records records, @Reference RecordTypes types, @Reference Access access) {
        this.records = records;
        this.types = types;
        this.access = access;
    }

    public record Input(
            @FieldSpec(required = true, ref = "ticket") UUID ticket) {}

    @Override
    public String type() {
        return AftersalesTypes.SERVICE_CASE;
    }

    @Override
    public String name() {
        return "reuse";
    }

    @Override
    public int order() {
        return 10;
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
        return types.find(AftersalesTypes.TICKET).isPresent();
    }

    @Override
    public Done run(Call call) {
        Row ticket = records.read(call.actor(), AftersalesTypes.TICKET, ((Input) call.input()).ticket());
        Row reused = call.rows().get(0);
        List<UUID> usedFor = new ArrayList<>(reused.refs("usedFor"));
        if (usedFor.contains(ticket.id()) || ticket.id().equals(reused.ref("ticket"))) {
            throw ProblemException.conflict(Text.of("service-case.reused-already"));
        }
        if (usedFor.size() < KEPT) {
            usedFor.add(ticket.id());
        }
        long count = ((Number) Objects.requireNonNullElse(reused.get("reuseCount"), 0L)).longValue() + 1;
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("usedFor", usedFor);
        values.put("reuseCount", count);
        records.update(access.system(), Draft.change(reused, values));
        return Done.answered(
                Text.of("service-case.reused", String.valueOf(ticket.get("title")), count),
                Map.of("reuseCount", count));
    }
}
