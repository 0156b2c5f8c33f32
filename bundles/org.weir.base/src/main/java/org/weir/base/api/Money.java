package org.weir.base.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An exact amount in one currency, for example {@code 640000.00 USD}. Never a floating-point number. */
public record Money(BigDecimal amount, Currency currency) {
    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    /** The sum. @throws IllegalArgumentException when the currencies differ; convert first, at a dated rate */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be added");
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** Rounded half-even to the currency's own number of decimals. */
    public Money rounded() {
        return new Money(
                amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_EVEN), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
