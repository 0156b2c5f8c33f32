package org.weir.aftersales.servicecontract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Lets a service contract go on from where it ends, or from today when it has ended. */
@Component
public final class RenewServiceContract implements Action {
    private static final int LONGEST = 120;

    private final Records records;
    private final Clock clock;

    @Activate
    public RenewServiceContract(@Reference Records records) {
        this(records, Clock.systemUTC());
    }

    RenewServiceContract(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    public record Input(
            @FieldSpec(required = true, initial = "12") Long months) {}

    @Override
    public String type() {
        return "service-contract";
    }

    @Override
    public String name() {
        return "renew";
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
        return row.get("until") != null;
    }

    @Override
    public Done run(Call call) {
        long months = ((Input) call.input()).months();
        if (months < 1 || months > LONGEST) {
            throw ProblemException.invalid("months", Text.of("service-contract.months"));
        }
        Row contract = call.rows().get(0);
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), call.actor().zone()).minusDays(1);
        LocalDate until = contract.get("until") instanceof LocalDate end && end.isAfter(yesterday) ? end : yesterday;
        LocalDate next = until.plusMonths(months);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("until", next);
        values.put("state", "active");
        records.update(call.actor(), Draft.change(contract, values));
        return Done.answered(Text.of("service-contract.renewed", next.toString()), Map.of("until", next.toString()));
    }
}
