package org.weir.solution.quote;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.solution.price.Rates;

/**
 * The figures of a quote, exact: each line rounded to the currency's decimals, totals the sums of rounded lines.
 *
 * @param discount percent on the whole
 * @param reduction what the discount on the whole takes off, rounded
 * @param cost null as long as the cost of some line is not known
 * @param margin percent of the total, two decimals; null when not known
 * @param fingerprint the same exactly as long as nothing that was decided about has changed
 */
public record Offer(
        String currency,
        List<Line> lines,
        BigDecimal subtotal,
        BigDecimal discount,
        BigDecimal reduction,
        BigDecimal total,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal margin,
        BigDecimal floor,
        BigDecimal ceiling,
        Quote.Corridor corridor,
        String fingerprint) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * A line.
     *
     * @param siteType empty for none, as is {@code item}
     * @param kind as in {@link org.weir.solution.price.ItemKind#code}
     * @param quantity per site
     * @param total rounded
     * @param unitCost null when not known
     */
    public record Line(
            UUID id,
            long place,
            String siteType,
            String item,
            String kind,
            String label,
            long quantity,
            long sites,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal total,
            @Nullable BigDecimal unitCost) {
        public long pieces() {
            return quantity * sites;
        }
    }

    static BigDecimal lineTotal(long quantity, long sites, BigDecimal unitPrice, BigDecimal discount, String currency) {
        BigDecimal full = unitPrice.multiply(BigDecimal.valueOf(quantity)).multiply(BigDecimal.valueOf(sites));
        return Rates.rounded(
                full.multiply(HUNDRED.subtract(discount)).divide(HUNDRED, MathContext.DECIMAL128), currency);
    }

    static Offer of(String currency, BigDecimal discount, BigDecimal floor, BigDecimal ceiling, List<Line> lines) {
        BigDecimal subtotal =
                lines.stream().map(Line::total).reduce(Rates.rounded(BigDecimal.ZERO, currency), BigDecimal::add);
        BigDecimal reduction =
                Rates.rounded(subtotal.multiply(discount).divide(HUNDRED, MathContext.DECIMAL128), currency);
        BigDecimal total = subtotal.subtract(reduction);
        BigDecimal cost = cost(lines, currency);
        return new Offer(
                currency,
                List.copyOf(lines),
                subtotal,
                discount,
                reduction,
                total,
                cost,
                margin(total, cost),
                floor,
                ceiling,
                corridor(total, cost, floor, ceiling),
                fingerprint(currency, discount, floor, ceiling, lines));
    }

    private static @Nullable BigDecimal cost(List<Line> lines, String currency) {
        BigDecimal cost = Rates.rounded(BigDecimal.ZERO, currency);
        for (Line line : lines) {
            if (line.unitCost() == null) {
                return null;
            }
            cost = cost.add(Rates.rounded(line.unitCost().multiply(BigDecimal.valueOf(line.pieces())), currency));
        }
        return lines.isEmpty() ? null : cost;
    }

    private static @Nullable BigDecimal margin(BigDecimal total, @Nullable BigDecimal cost) {
        if (cost == null || total.signum() <= 0) {
            return null;
        }
        return total.subtract(cost).multiply(HUNDRED).divide(total, 2, RoundingMode.HALF_EVEN);
    }

    /** Compared without rounding: a margin of 17.999 % is below a floor of 18 %. */
    private static Quote.Corridor corridor(
            BigDecimal total, @Nullable BigDecimal cost, BigDecimal floor, BigDecimal ceiling) {
        if (cost == null || (total.signum() <= 0 && cost.signum() == 0)) {
            return Quote.Corridor.UNKNOWN;
        }
        BigDecimal gain = total.subtract(cost).multiply(HUNDRED);
        if (total.signum() <= 0 || gain.compareTo(floor.multiply(total)) < 0) {
            return Quote.Corridor.BELOW_FLOOR;
        }
        return gain.compareTo(ceiling.multiply(total)) > 0 ? Quote.Corridor.ABOVE_CEILING : Quote.Corridor.INSIDE;
    }

    private static String fingerprint(
            String currency, BigDecimal discount, BigDecimal floor, BigDecimal ceiling, List<Line> lines) {
        StringBuilder all = new StringBuilder();
        add(all, currency, plain(discount), plain(floor), plain(ceiling));
        for (Line line : lines) {
            add(
                    all,
                    line.siteType(),
                    line.item(),
                    line.label(),
                    String.valueOf(line.quantity()),
                    String.valueOf(line.sites()),
                    plain(line.unitPrice()),
                    plain(line.discount()),
                    line.unitCost() == null ? "-" : plain(line.unitCost()));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(StringBuilder all, String... parts) {
        for (String part : parts) {
            all.append(part.length()).append(':').append(part).append('|');
        }
        all.append('\n');
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    public Money money(BigDecimal amount) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public boolean inside() {
        return corridor == Quote.Corridor.INSIDE;
    }
}
