package org.weir.solution.price;

import java.math.BigDecimal;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** Prices and costs are not negative. */
@Component
public final class CheckPrice implements Validator {
    @Override
    public String type() {
        return "price";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row price = change.after();
        if (price == null) {
            return;
        }
        for (String field : new String[] {"unitPrice", "unitCost"}) {
            if (price.get(field) instanceof BigDecimal amount && amount.signum() < 0) {
                rejections.reject(field, Text.of("price.negative"));
            }
        }
        CheckPriceList.endsBeforeItBegins(price, rejections);
    }
}
