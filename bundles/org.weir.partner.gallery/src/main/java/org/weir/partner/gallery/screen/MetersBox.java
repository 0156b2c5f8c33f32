package org.weir.partner.gallery.screen;

import gg.jte.Content;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.gallery.jte.StaticTemplates;
import org.weir.partner.gallery.meter.Meters;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

/** A box of the cockpit: the account's meters. */
@Component
public final class MetersBox implements CockpitPanel {
    private final Meters meters;

    @Activate
    public MetersBox(@Reference Records records) {
        this.meters = new Meters(records);
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public boolean side() {
        return true;
    }

    @Override
    public Text title() {
        return Text.of("record.gallery-meter.many");
    }

    @Override
    public String permission() {
        return "gallery-meter:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        return new StaticTemplates().galleryLines(visit, Line.of(meters.of(visit.actor(), account.id())));
    }
}
