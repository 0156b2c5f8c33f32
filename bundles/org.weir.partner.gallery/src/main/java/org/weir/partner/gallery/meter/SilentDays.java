package org.weir.partner.gallery.meter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Row;

/** A column: for how many days nobody has read the meter, marked when a reading is overdue. */
@Component
public final class SilentDays implements ComputedField {
    @Override
    public String type() {
        return Meter.TYPE;
    }

    @Override
    public String name() {
        return "silent";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean column() {
        return true;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        LocalDate today = LocalDate.now(actor.zone());
        Map<UUID, List<Badge>> badges = new HashMap<>();
        for (Row row : rows) {
            if (row.get("readOn") instanceof LocalDate read) {
                Text days = Text.of("gallery.days", ChronoUnit.DAYS.between(read, today));
                String tone = Meters.overdue(row, today) ? "warn" : "plain";
                badges.put(row.id(), List.of(new Badge(days, tone, Text.of("gallery.days-hint"))));
            }
        }
        return badges;
    }
}
