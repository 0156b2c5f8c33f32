package org.weir.solution.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Exchange rates by day: the newest that is not after the day and not too old, forwards or backwards. */
public final class Rates {
    /** A rate older than this many days is no rate. */
    public static final int AT_MOST_DAYS = 31;

    private final Database database;

    public Rates(Database database) {
        this.database = database;
    }

    /** How many units of the target one unit of the source is worth on the day. */
    public Optional<BigDecimal> on(String source, String target, LocalDate day) {
        if (source.equals(target)) {
            return Optional.of(BigDecimal.ONE);
        }
        return database.read(handle -> newest(handle, source, target, day).or(() -> newest(handle, target, source, day)
                .map(it -> BigDecimal.ONE.divide(it, MathContext.DECIMAL64))));
    }

    /**
     * The amount in the target currency, not rounded.
     *
     * @throws ProblemException 422 at the field, naming the pair and the day, when there is no rate
     */
    public BigDecimal convert(BigDecimal amount, String source, String target, LocalDate day, String field) {
        return amount.multiply(on(source, target, day)
                .orElseThrow(() -> ProblemException.invalid(field, missing(source, target, day))));
    }

    public static Text missing(String source, String target, LocalDate day) {
        return Text.of("price.no-rate", source, target, day.toString(), AT_MOST_DAYS);
    }

    /** Rounded half-even to the currency's own number of decimals. */
    public static BigDecimal rounded(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency)).rounded().amount();
    }

    /** Whether it is a currency that people pay with. */
    public static boolean known(String currency) {
        return currency.length() == 3
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(it -> it.getCurrencyCode().equals(currency) && it.getDefaultFractionDigits() >= 0);
    }

    private static Optional<BigDecimal> newest(Handle handle, String source, String target, LocalDate day) {
        return handle.createQuery("""
                        select rate from solution.exchange_rate
                        where source = :source and target = :target and rated_on <= :day and rated_on >= :oldest
                        order by source desc, target desc, rated_on desc limit 1
                        """)
                .bind("source", source)
                .bind("target", target)
                .bind("day", day)
                .bind("oldest", day.minusDays(AT_MOST_DAYS))
                .mapTo(BigDecimal.class)
                .findOne()
                .map(it -> it.setScale(9, RoundingMode.HALF_EVEN));
    }
}
