package org.weir.partner.gallery.screen;

import gg.jte.Content;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.gallery.jte.StaticTemplates;
import org.weir.partner.gallery.meter.Meter;
import org.weir.partner.gallery.meter.Meters;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;

/** A box beside a meter's fields: the other meters of its account, so that one way is enough. */
@Component
public final class NeighboursPanel implements RecordPanel {
    private final Meters meters;

    @Activate
    public NeighboursPanel(@Reference Records records) {
        this.meters = new Meters(records);
    }

    @Override
    public String type() {
        return Meter.TYPE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text title() {
        return Text.of("gallery.others");
    }

    @Override
    public String permission() {
        return "gallery-meter:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        List<Row> others = meters.of(visit.actor(), Objects.requireNonNull(row.ref("account"))).stream()
                .filter(it -> !it.id().equals(row.id()))
                .toList();
        return new StaticTemplates().galleryLines(visit, Line.of(others));
    }
}
