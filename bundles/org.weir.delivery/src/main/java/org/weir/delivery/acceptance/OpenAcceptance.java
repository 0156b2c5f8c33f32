package org.weir.delivery.acceptance;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.events.api.EventLog;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Opens the acceptance of a site whose work is done. */
@Component
public final class OpenAcceptance implements Action {
    private final AcceptSite accept;

    @Activate
    public OpenAcceptance(
            @Reference Records records,
            @Reference Access access,
            @Reference EventLog events,
            @Reference(target = "(schema=delivery)") Database database) {
        this.accept = new AcceptSite(records, access.system(), events, database, Clock.systemUTC());
    }

    public record Input(
            @FieldSpec(required = true, ref = "site") UUID site,

            @FieldSpec(required = true, initial = "provisional")
            AcceptanceKind kind) {}

    @Override
    public String type() {
        return DeliveryTypes.PROJECT;
    }

    @Override
    public String name() {
        return "open-acceptance";
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
        return !"planned".equals(row.text("state")) && !"closed".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Row opened = accept.open(call.actor(), row, input.site(), input.kind());
        return Done.open(Text.of("delivery.acceptance.opened"), opened);
    }
}
