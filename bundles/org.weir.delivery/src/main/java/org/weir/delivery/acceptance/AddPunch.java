package org.weir.delivery.acceptance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.punch.PunchSeverity;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Puts something that is left to mend on the punch list. */
@Component
public final class AddPunch implements Action {
    private final Records records;

    @Activate
    public AddPunch(@Reference Records records) {
        this.records = records;
    }

    public record Input(
            @FieldSpec(required = true, max = 300) String subject,
            @FieldSpec(required = true, initial = "minor") PunchSeverity severity,

            @FieldSpec(ref = "user", initial = "me") @Nullable
            UUID owner,

            @FieldSpec @Nullable LocalDate due) {}

    @Override
    public String type() {
        return DeliveryTypes.SITE_ACCEPTANCE;
    }

    @Override
    public String name() {
        return "add-punch";
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
        return !("signed".equals(row.text("state")) && "final".equals(row.text("kind")));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row acceptance = call.rows().get(0);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("acceptance", acceptance.id());
        values.put("account", Reading.ref(acceptance, "account"));
        values.put("subject", input.subject());
        values.put("severity", AcceptSite.code(input.severity()));
        values.put("owner", input.owner());
        values.put("due", input.due());
        records.create(call.actor(), Draft.create(DeliveryTypes.PUNCH_ITEM, values));
        return Done.said(Text.of("delivery.punch.added"));
    }
}
