package org.weir.aftersales.servicecontract;

import java.time.Clock;
import java.time.LocalDate;
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
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Prepares a service contract for a system, to begin when its warranty ends: a draft, until the customer has agreed. */
@Component
public final class PrepareServiceContract implements Action {
    private static final int LONGEST = 120;

    private final Records records;
    private final Clock clock;

    @Activate
    public PrepareServiceContract(@Reference Records records) {
        this.records = records;
        this.clock = Clock.systemUTC();
    }

    public record Input(
            @FieldSpec(ref = "sla") @Nullable UUID sla,
            @FieldSpec(required = true, initial = "12") Long months,
            @FieldSpec @Nullable Money fee) {}

    @Override
    public String type() {
        return AftersalesTypes.INSTALLED_SYSTEM;
    }

    @Override
    public String name() {
        return "cover";
    }

    @Override
    public int order() {
        return 40;
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
        return !"retired".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        if (input.months() < 1 || input.months() > LONGEST) {
            throw ProblemException.invalid("months", Text.of("service-contract.months"));
        }
        Row system = call.rows().get(0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), call.actor().zone());
        LocalDate since =
                system.get("warrantyUntil") instanceof LocalDate end && !end.isBefore(today) ? end.plusDays(1) : today;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", String.valueOf(system.get("name")));
        values.put("account", Objects.requireNonNull(system.ref("account")));
        values.put("systems", List.of(system.id()));
        values.put("state", "draft");
        values.put("since", since);
        values.put("until", since.plusMonths(input.months()).minusDays(1));
        put(values, "sla", input.sla());
        put(values, "fee", input.fee());
        put(
                values,
                "owner",
                Objects.requireNonNullElse(system.ref("owner"), call.actor().user()));
        Row made = records.create(call.actor(), Draft.create(AftersalesTypes.SERVICE_CONTRACT, values));
        return Done.open(Text.of("service-contract.prepared"), made);
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
