package org.weir.solution.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A price list is in a currency, and its corridor has a floor below its ceiling. */
@Component
public final class CheckPriceList implements Validator {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String type() {
        return "price-list";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row list = change.after();
        if (list == null) {
            return;
        }
        if (!Rates.known(String.valueOf(list.get("currency")))) {
            rejections.reject("currency", Text.of("price.no-currency", String.valueOf(list.get("currency"))));
        }
        BigDecimal floor = (BigDecimal) Objects.requireNonNull(list.get("floorMargin"));
        BigDecimal ceiling = (BigDecimal) Objects.requireNonNull(list.get("ceilingMargin"));
        if (floor.compareTo(ceiling) >= 0) {
            rejections.reject("ceilingMargin", Text.of("price.floor-above-ceiling"));
        }
        if (ceiling.compareTo(HUNDRED) > 0) {
            rejections.reject("ceilingMargin", Text.of("price.over-hundred"));
        }
        endsBeforeItBegins(list, rejections);
    }

    static void endsBeforeItBegins(Row row, Rejections rejections) {
        if (row.get("validFrom") instanceof LocalDate from
                && row.get("validUntil") instanceof LocalDate until
                && until.isBefore(from)) {
            rejections.reject("validUntil", Text.of("price.ends-before-it-begins"));
        }
    }
}
