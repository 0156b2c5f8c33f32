package org.weir.delivery.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
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
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.planning.Plan;
import org.weir.delivery.planning.PlanTogether;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Holds a task until a day, or lets it go: first shown with everything that moves, then written. */
@Component
public final class HoldTask implements Action {
    private final Records records;
    private final Database database;
    private final PlanTogether together;

    @Activate
    public HoldTask(
            @Reference Records records,
            @Reference Access access,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.database = database;
        this.together = new PlanTogether(records, access.system(), calendars, database, Clock.systemUTC());
    }

    /**
     * @param until empty lets the task go
     * @param preview only says what would move
     */
    public record Input(
            @FieldSpec @Nullable LocalDate until,
            @FieldSpec(initial = "false") @Nullable Boolean preview) {}

    @Override
    public String type() {
        return DeliveryTypes.TASK;
    }

    @Override
    public String name() {
        return "hold-until";
    }

    @Override
    public int order() {
        return 30;
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
        return "planned".equals(row.text("state")) && row.get("plannedStart") != null;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row task = call.rows().get(0);
        Map<UUID, @Nullable LocalDate> held = Collections.singletonMap(task.id(), input.until());
        Plan plan = together.shifted(held);
        if (Boolean.TRUE.equals(input.preview())) {
            return Done.answered(
                    Text.of("delivery.task.would-move", plan.moves().size()), plan.data(records, call.actor()));
        }
        database.perform(handle -> {
            together.write(plan);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("holdUntil", input.until());
            Row now = records.read(call.actor(), DeliveryTypes.TASK, task.id());
            Objects.requireNonNull(records.update(call.actor(), Draft.change(now, values)));
        });
        return Done.answered(Text.of("delivery.task.moved", plan.moves().size()), plan.data(records, call.actor()));
    }
}
