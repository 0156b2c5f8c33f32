package org.weir.aftersales.servicecase;

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
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Makes a case of a solved ticket; what is left empty is taken from the ticket. */
@Component
public final class WriteCase implements Action {
    private static final Set<String> SOLVED = Set.of("resolved", "closed");

    private final Records records;

    @Activate
    public WriteCase(@Reference Records records) {
        this.records = records;
    }

    public record Input(
            @FieldSpec @Nullable String title,

            @FieldSpec(multiline = true, max = 20_000) @Nullable
            String problem,

            @FieldSpec(multiline = true, max = 20_000) @Nullable
            String cause,

            @FieldSpec(multiline = true, max = 20_000) @Nullable
            String solution,

            @FieldSpec(max = 80) List<String> products,
            @FieldSpec(max = 80) List<String> keywords) {}

    @Override
    public String type() {
        return AftersalesTypes.TICKET;
    }

    @Override
    public String name() {
        return "write-case";
    }

    @Override
    public int order() {
        return 80;
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
        return SOLVED.contains(String.valueOf(row.get("state")));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row ticket = call.rows().get(0);
        String title = Objects.requireNonNullElse(input.title(), String.valueOf(ticket.get("title")));
        String problem = first(input.problem(), ticket.text("description"));
        String solution = first(input.solution(), ticket.text("resolution"));
        if (solution == null) {
            throw ProblemException.invalid("solution", Text.of("service-case.what-helped"));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("problem", problem == null ? title : problem);
        values.put("solution", solution);
        if (input.cause() != null) {
            values.put("cause", input.cause());
        }
        values.put("products", input.products().isEmpty() ? products(call.actor(), ticket) : input.products());
        values.put("keywords", input.keywords());
        values.put("ticket", ticket.id());
        values.put("account", Objects.requireNonNull(ticket.ref("account")));
        Row written = records.create(call.actor(), Draft.create(AftersalesTypes.SERVICE_CASE, values));
        return Done.open(Text.of("service-case.written"), written);
    }

    private List<String> products(Actor actor, Row ticket) {
        UUID unit = ticket.ref("unit");
        return unit == null || !actor.may("unit:read")
                ? List.of()
                : records.find(actor, AftersalesTypes.UNIT, unit)
                        .map(it -> it.text("itemCode"))
                        .map(List::of)
                        .orElse(List.of());
    }

    private static @Nullable String first(@Nullable String given, @Nullable String known) {
        return given == null ? known : given;
    }
}
