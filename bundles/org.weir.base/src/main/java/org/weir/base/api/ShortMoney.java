package org.weir.base.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An amount as said in passing: {@code 4.2 M USD}, {@code 420 万 CNY}. */
public final class ShortMoney {
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);
    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final BigDecimal HUNDRED_MILLION = new BigDecimal(100_000_000);
    private static final MathContext SHORT = new MathContext(3, RoundingMode.HALF_EVEN);

    private static final int CURRENCIES = 2;

    private ShortMoney() {}

    /**
     * Each currency added up by itself: {@code 1.2 M USD + 420 k EUR}, the greatest first; of more than two those and
     * {@code …}; empty for nothing.
     */
    public static String sum(Collection<Money> amounts, Locale locale) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.forEach(it -> sums.merge(
                it.currency().getCurrencyCode(),
                it,
                (one, other) -> new Money(one.amount().add(other.amount()), one.currency())));
        List<String> greatest = sums.values().stream()
                .sorted(Comparator.comparing(Money::amount).reversed())
                .limit(CURRENCIES)
                .map(it -> of(it, locale))
                .toList();
        return String.join(" + ", greatest) + (sums.size() > CURRENCIES ? " + …" : "");
    }

    public static String of(Money money, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        BigDecimal size = money.amount().abs();
        BigDecimal big = chinese ? HUNDRED_MILLION : MILLION;
        BigDecimal small = chinese ? TEN_THOUSAND : THOUSAND;
        String amount;
        if (size.compareTo(big) >= 0) {
            amount = number(money.amount().divide(big), locale) + (chinese ? " 亿" : " M");
        } else if (size.compareTo(small) >= 0 && (chinese || size.compareTo(TEN_THOUSAND) >= 0)) {
            amount = number(money.amount().divide(small), locale) + (chinese ? " 万" : " k");
        } else {
            amount = number(money.amount(), locale);
        }
        return amount + " " + money.currency().getCurrencyCode();
    }

    private static String number(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        BigDecimal rounded = number.abs().compareTo(THOUSAND) >= 0
                ? number.setScale(0, RoundingMode.HALF_EVEN)
                : number.round(SHORT);
        format.setMaximumFractionDigits(2);
        return format.format(rounded);
    }
}
