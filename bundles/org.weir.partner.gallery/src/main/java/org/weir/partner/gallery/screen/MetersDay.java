package org.weir.partner.gallery.screen;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.partner.gallery.meter.Meters;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;

/** My day: the meters I have to read. */
@Component
public final class MetersDay implements DaySource {
    private final Meters meters;

    @Activate
    public MetersDay(@Reference Records records) {
        this.meters = new Meters(records);
    }

    @Override
    public Text name() {
        return Text.of("gallery.to-read");
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String permission() {
        return "gallery-meter:read";
    }

    @Override
    public List<Item> items(Visit visit) {
        Actor actor = visit.actor();
        LocalDate today = LocalDate.now(actor.zone());
        return meters.dueBy(actor, actor.user(), today).stream()
                .map(it -> item(it, actor, today))
                .toList();
    }

    private static Item item(Row meter, Actor actor, LocalDate today) {
        LocalDate due = meter.get("dueOn") instanceof LocalDate on ? on : today;
        return new Item(
                due.isBefore(today) ? Kind.LATE : Kind.TODAY,
                due.atStartOfDay(actor.zone()).toInstant(),
                String.valueOf(meter.text("name")),
                Text.of("gallery.day-detail"),
                "hash",
                Line.href(meter) + "/edit",
                Text.of("gallery.enter"));
    }
}
