package org.weir.partner.gallery.screen;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.gallery.meter.Meters;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** A figure at the head of the cockpit: what the account's meters show together. */
@Component
public final class MetersFigure implements CockpitFigure {
    private final Meters meters;

    @Activate
    public MetersFigure(@Reference Records records) {
        this.meters = new Meters(records);
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Text label() {
        return Text.of("gallery.energy");
    }

    @Override
    public String permission() {
        return "gallery-meter:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        List<Row> its = meters.of(visit.actor(), account.id());
        BigDecimal sum = its.stream()
                .map(it -> (BigDecimal) it.get("kwh"))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String value = NumberFormat.getInstance(visit.locale()).format(sum) + " kWh";
        String href = "/r/gallery-meter?filter=account==" + account.id();
        return its.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(value, Text.of("gallery.meters", its.size()), "plain", href));
    }
}
