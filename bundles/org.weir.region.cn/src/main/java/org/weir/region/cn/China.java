package org.weir.region.cn;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Region;

/** Yuan, Simplified Chinese until people choose, the statutory holidays, the Personal Information Protection Law. */
@Component
public final class China implements Region {
    @Override
    public String code() {
        return "cn";
    }

    @Override
    public Locale locale() {
        return Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("CNY");
    }

    @Override
    public Map<LocalDate, String> holidays(int year) {
        return StatutoryHolidays.of(year);
    }

    @Override
    public String privacyText() {
        return "region.cn.privacy";
    }
}
