package org.weir.delivery.template;

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

/** Links of a template join two steps of it and never close a circle: what was made from it could not be planned. */
@Component
public final class KeepTemplateAcyclic implements Validator {
    private final Circle circle;

    @Activate
    public KeepTemplateAcyclic(@Reference(target = "(schema=delivery)") Database database) {
        this.circle = new Circle(database, "template_link", "from_step", "to_step", "template_step");
    }

    @Override
    public String type() {
        return "template-link";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null || !change.changes("fromStep") && !change.changes("toStep")) {
            return;
        }
        UUID from = Reading.ref(after, "fromStep");
        UUID to = Reading.ref(after, "toStep");
        if (!circle.within("template", Reading.ref(after, "template"), from, to)) {
            rejections.reject("toStep", Text.of("delivery.link.other-template"));
        }
        String names = circle.names(after.id(), from, to);
        if (!names.isEmpty()) {
            rejections.reject("toStep", Text.of("delivery.link.circle", names));
        }
    }
}
