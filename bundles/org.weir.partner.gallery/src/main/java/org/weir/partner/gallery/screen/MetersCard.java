package org.weir.partner.gallery.screen;

import gg.jte.Content;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.gallery.jte.StaticTemplates;
import org.weir.partner.gallery.meter.Meters;
import org.weir.records.api.Records;
import org.weir.web.api.HomeCard;
import org.weir.web.api.Visit;

/** A card on the home page: meters that wait for a reading. */
@Component
public final class MetersCard implements HomeCard {
    private final Meters meters;

    @Activate
    public MetersCard(@Reference Records records) {
        this.meters = new Meters(records);
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Text title() {
        return Text.of("gallery.to-read");
    }

    @Override
    public String permission() {
        return "gallery-meter:read";
    }

    @Override
    public Content show(Visit visit) {
        LocalDate today = LocalDate.now(visit.actor().zone());
        return new StaticTemplates().galleryLines(visit, Line.of(meters.due(visit.actor(), today)));
    }
}
