package org.weir.delivery.acceptance;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** The customer signs for the site. */
@Component
public final class SignAcceptance implements Action {
    private final AcceptSite accept;

    @Activate
    public SignAcceptance(
            @Reference Records records,
            @Reference Access access,
            @Reference EventLog events,
            @Reference(target = "(schema=delivery)") Database database) {
        this.accept = new AcceptSite(records, access.system(), events, database, Clock.systemUTC());
    }

    public record Input(
            @FieldSpec(required = true) String signedBy,
            @FieldSpec(initial = "now") @Nullable Instant signedAt) {}

    @Override
    public String type() {
        return DeliveryTypes.SITE_ACCEPTANCE;
    }

    @Override
    public String name() {
        return "sign";
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
        return !"signed".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Row signed = accept.sign(call.actor(), row, input.signedBy(), input.signedAt());
        return Done.said(Text.of("delivery.acceptance.signed", String.valueOf(signed.text("signedBy"))));
    }
}
