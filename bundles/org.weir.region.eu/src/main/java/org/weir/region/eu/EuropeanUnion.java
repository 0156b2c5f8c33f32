package org.weir.region.eu;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Region;

/** Euro, English until people choose, the days on which Europe's banks rest, the GDPR. */
@Component
public final class EuropeanUnion implements Region {
    @Override
    public String code() {
        return "eu";
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Brussels");
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("EUR");
    }

    @Override
    public Map<LocalDate, String> holidays(int year) {
        return ClosingDays.of(year);
    }

    @Override
    public String privacyText() {
        return "region.eu.privacy";
    }
}
