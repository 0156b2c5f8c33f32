package org.weir.solution.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.CompactNumberFormat;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.weir.base.api.Money;

/** Money of several currencies, added up each by itself, in few characters. */
public final class Sums {
    private Sums() {}

    /** {@code 1.2M USD + 420K EUR}, the greatest first; empty for nothing. */
    public static String shortly(Collection<Money> amounts, Locale locale) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        amounts.forEach(it -> sums.merge(it.currency().getCurrencyCode(), it.amount(), BigDecimal::add));
        NumberFormat format = CompactNumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(it -> format.format(it.getValue()) + " " + it.getKey())
                .reduce((one, other) -> one + " + " + other)
                .orElse("");
    }
}
