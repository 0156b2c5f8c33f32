package org.weir.partner.gallery.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.gallery.meter.Meters;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.api.Resource;

/** {@code GET /api/gallery/consumption/{accountId}}: something to read that is no record. */
@Component
public final class ConsumptionResource implements Resource {
    private final Records records;

    @Activate
    public ConsumptionResource(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String path() {
        return "/gallery/consumption/{accountId}";
    }

    @Override
    public String name() {
        return "readConsumption";
    }

    @Override
    public Text summary() {
        return Text.of("gallery.consumption");
    }

    @Override
    public String permission() {
        return "gallery-meter:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        Row account = records.read(ask.actor(), "account", ask.pathId("accountId"));
        List<Row> meters = new Meters(records).of(ask.actor(), account.id());
        BigDecimal kwh = meters.stream()
                .map(it -> (BigDecimal) it.get("kwh"))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Map.of("meters", meters.size(), "kwh", kwh);
    }
}
