package org.weir.solution.configuration;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** What completion keeps as low as possible. */
public enum Goal {
    PRICE,
    ENERGY,
    FIVE_YEAR_COST;

    static final int YEARS = 5;
    private static final BigDecimal KWH_A_YEAR = new BigDecimal("8.76");

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Goal of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Attributes with the factor each counts with. @param tariff price of a kilowatt-hour */
    Map<String, BigDecimal> weights(BigDecimal tariff) {
        BigDecimal years = BigDecimal.valueOf(YEARS);
        return switch (this) {
            case PRICE -> Map.of("price", BigDecimal.ONE);
            case ENERGY -> Map.of("energy", BigDecimal.ONE);
            case FIVE_YEAR_COST ->
                Map.of(
                        "price",
                        BigDecimal.ONE,
                        "opex",
                        years,
                        "energy",
                        energyCost(tariff).multiply(years));
        };
    }

    /** What one watt, drawn all the time, costs in a year. */
    static BigDecimal energyCost(BigDecimal tariff) {
        return tariff.multiply(KWH_A_YEAR);
    }

    /** Kilowatt-hours a year of so many watts. */
    public static BigDecimal kilowattHours(BigDecimal watts) {
        return watts.multiply(KWH_A_YEAR);
    }
}
