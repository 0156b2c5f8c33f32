package org.weir.aftersales.servicecase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Somebody else than the author vouches for a case. */
@Component
public final class ReviewCase implements Action {
    private final Records records;

    @Activate
    public ReviewCase(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return AftersalesTypes.SERVICE_CASE;
    }

    @Override
    public String name() {
        return "review";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return "draft".equals(row.text("state")) && !actor.user().equals(row.ref("owner"));
    }

    @Override
    public Done run(Call call) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", "reviewed");
        values.put("reviewedBy", call.actor().user());
        records.update(call.actor(), Draft.change(call.rows().get(0), values));
        return Done.said(Text.of("service-case.reviewed"));
    }
}
