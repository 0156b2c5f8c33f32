package org.weir.solution.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Figures as the reader writes them. */
final class Numbers {
    private final Locale locale;
    private final int digits;

    Numbers(Locale locale, String currency) {
        this.locale = locale;
        this.digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** With the currency's decimals, and more only where the amount has them. */
    String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(
                Math.max(digits, amount.stripTrailingZeros().scale()));
        return format.format(amount);
    }

    String rounded(BigDecimal amount) {
        return NumberFormat.getIntegerInstance(locale).format(amount.setScale(0, RoundingMode.HALF_EVEN));
    }

    /** The amount with its sign, for differences. */
    String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : amount.signum() < 0 ? "−" : "") + money(amount.abs());
    }

    String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With one decimal always, for columns. */
    String tenths(BigDecimal percent) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(percent) + " %";
    }

    String percent(BigDecimal percent) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(percent) + " %";
    }
}
