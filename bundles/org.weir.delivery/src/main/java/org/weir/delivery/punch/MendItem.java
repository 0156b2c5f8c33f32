package org.weir.delivery.punch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** What was left is mended. */
@Component
public final class MendItem implements Action {
    private final Records records;

    @Activate
    public MendItem(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return DeliveryTypes.PUNCH_ITEM;
    }

    @Override
    public String name() {
        return "mend";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD, Place.SELECTION);
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return !Reading.yes(row, "done");
    }

    @Override
    public Done run(Call call) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        for (Row row : call.rows()) {
            records.update(call.actor(), Draft.change(row, Map.of("done", true, "doneOn", today)));
        }
        return Done.said(Text.of("delivery.punch.mended", call.rows().size()));
    }
}
