package org.weir.delivery.project;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Nothing is left to do for an accepted project. */
@Component
public final class CloseProject implements Action {
    private final Records records;

    @Activate
    public CloseProject(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return DeliveryTypes.PROJECT;
    }

    @Override
    public String name() {
        return "close";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return "accepted".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        records.update(call.actor(), Draft.change(call.rows().get(0), Map.of("state", "closed")));
        return Done.said(Text.of("delivery.project.closed"));
    }
}
