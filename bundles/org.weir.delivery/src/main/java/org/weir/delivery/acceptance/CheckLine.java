package org.weir.delivery.acceptance;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** Notes the result of one line of the checklist. */
@Component
public final class CheckLine implements Action {
    private final AcceptSite accept;

    @Activate
    public CheckLine(
            @Reference Records records,
            @Reference Access access,
            @Reference EventLog events,
            @Reference(target = "(schema=delivery)") Database database) {
        this.accept = new AcceptSite(records, access.system(), events, database, Clock.systemUTC());
    }

    public record Input(
            @FieldSpec(required = true, ref = "acceptance-check")
            UUID line,

            @FieldSpec(required = true, initial = "ok") CheckResult result,
            @FieldSpec(max = 1_000) @Nullable String remark) {}

    @Override
    public String type() {
        return DeliveryTypes.SITE_ACCEPTANCE;
    }

    @Override
    public String name() {
        return "check";
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
        return !"signed".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        Map<UUID, String> remarks = new LinkedHashMap<>();
        if (input.remark() != null) {
            remarks.put(input.line(), input.remark());
        }
        accept.check(call.actor(), row, Map.of(input.line(), input.result()), remarks);
        return Done.said(Text.of("delivery.acceptance.checked"));
    }
}
