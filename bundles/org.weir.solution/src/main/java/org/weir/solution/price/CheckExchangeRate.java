package org.weir.solution.price;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A rate stands between two different currencies and is above zero; its pair names it. */
@Component
public final class CheckExchangeRate implements Validator {
    @Override
    public String type() {
        return "exchange-rate";
    }

    @Override
    public Map<String, Object> derive(Change change) {
        Row rate = Objects.requireNonNull(change.after());
        return Map.of("pair", rate.get("source") + " → " + rate.get("target"));
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row rate = change.after();
        if (rate == null) {
            return;
        }
        for (String field : new String[] {"source", "target"}) {
            if (!Rates.known(String.valueOf(rate.get(field)))) {
                rejections.reject(field, Text.of("price.no-currency", String.valueOf(rate.get(field))));
            }
        }
        if (Objects.equals(rate.get("source"), rate.get("target"))) {
            rejections.reject("target", Text.of("price.same-currency"));
        }
        if (rate.get("rate") instanceof BigDecimal value && value.signum() <= 0) {
            rejections.reject("rate", Text.of("price.rate-not-positive"));
        }
    }
}
