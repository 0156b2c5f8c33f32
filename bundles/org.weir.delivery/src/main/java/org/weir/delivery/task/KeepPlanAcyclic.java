package org.weir.delivery.task;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.delivery.reading.Circle;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** Links join two tasks of one project and never close a circle: such a plan has no dates. The circle is named. */
@Component
public final class KeepPlanAcyclic implements Validator {
    private final Circle circle;

    @Activate
    public KeepPlanAcyclic(@Reference(target = "(schema=delivery)") Database database) {
        this.circle = new Circle(database, "task_link", "from_task", "to_task", "task");
    }

    @Override
    public String type() {
        return "task-link";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null || !change.changes("fromTask") && !change.changes("toTask")) {
            return;
        }
        UUID from = Reading.ref(after, "fromTask");
        UUID to = Reading.ref(after, "toTask");
        if (!circle.within("project", Reading.ref(after, "project"), from, to)) {
            rejections.reject("toTask", Text.of("delivery.link.other-project"));
        }
        String names = circle.names(after.id(), from, to);
        if (!names.isEmpty()) {
            rejections.reject("toTask", Text.of("delivery.link.circle", names));
        }
    }
}
