package org.weir.delivery.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Row;

/** The templates as stored. */
public record Templates(Reading reading) {
    /** The one for the site type, else the one for any; empty when there is neither. */
    public Optional<Row> forSiteType(String siteType) {
        List<Row> all = reading.all(DeliveryTypes.PROJECT_TEMPLATE, null);
        return all.stream()
                .filter(it -> it.text("siteType") != null
                        && Reading.text(it, "siteType").equalsIgnoreCase(siteType))
                .findFirst()
                .or(() -> all.stream().filter(it -> it.text("siteType") == null).findFirst());
    }

    public List<Breakdown.Step> steps(UUID template) {
        return reading.of(DeliveryTypes.TEMPLATE_STEP, "template", template).stream()
                .map(it -> new Breakdown.Step(
                        it.id(),
                        Reading.number(it, "ordinal"),
                        Reading.text(it, "name"),
                        Reading.text(it, "applies"),
                        String.valueOf(it.values().getOrDefault("itemWord", "")).toLowerCase(Locale.ROOT),
                        Reading.number(it, "halfDays"),
                        Reading.text(it, "skill")))
                .toList();
    }

    public List<Breakdown.Tie> ties(UUID template) {
        return reading.of(DeliveryTypes.TEMPLATE_LINK, "template", template).stream()
                .map(it -> new Breakdown.Tie(
                        Reading.ref(it, "fromStep"),
                        Reading.ref(it, "toStep"),
                        Reading.text(it, "kind"),
                        Reading.number(it, "lag")))
                .toList();
    }
}
