package org.weir.delivery.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.planning.PlanTogether;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Work on a task begins. */
@Component
public final class StartTask implements Action {
    private final TaskWork work;

    @Activate
    public StartTask(
            @Reference Records records,
            @Reference Access access,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database) {
        Clock clock = Clock.systemUTC();
        PlanTogether together = new PlanTogether(records, access.system(), calendars, database, clock);
        this.work = new TaskWork(records, database, together, clock);
    }

    public record Input(
            @FieldSpec(initial = "today") @Nullable LocalDate on) {}

    @Override
    public String type() {
        return DeliveryTypes.TASK;
    }

    @Override
    public String name() {
        return "start";
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
        return "planned".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row task = call.rows().get(0);
        work.start(call.actor(), task, input.on());
        return Done.said(Text.of("delivery.task.started", String.valueOf(task.get("name"))));
    }
}
