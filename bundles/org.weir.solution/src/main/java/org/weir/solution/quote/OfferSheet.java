package org.weir.solution.quote;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.web.api.Visit;

/**
 * The offer as its page shows it, everything formatted.
 *
 * @param costs whether the reader may see what it costs us
 * @param bar null when there is no margin to draw, or the reader may not see it
 */
public record OfferSheet(
        String currency,
        List<Group> groups,
        List<List<String>> totals,
        boolean costs,
        String cost,
        String margin,
        @Nullable Bar bar,
        String corridor,
        String tone,
        String note,
        String reach,
        boolean empty) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** The lines of one site type. */
    public record Group(String name, String sites, List<Line> lines, String subtotal, String margin) {}

    /** A line; {@code cost} and {@code margin} are empty for those who may not see them. */
    public record Line(
            String id,
            String item,
            String label,
            String quantity,
            String sites,
            String pieces,
            String unitPrice,
            String discount,
            String total,
            String cost,
            String margin) {}

    /** Places on a scale from 0 to 260: floor, ceiling, and where the margin lies. */
    public record Bar(int floor, int ceiling, int dot, String floorLabel, String ceilingLabel) {
        /** All in percent. */
        public static Bar of(BigDecimal margin, BigDecimal floor, BigDecimal ceiling) {
            double from = floor.doubleValue();
            double to = ceiling.doubleValue();
            double low = Math.min(from - (to - from), margin.doubleValue() - 4);
            double high = Math.max(to + (to - from), margin.doubleValue() + 4);
            double scale = 260 / (high - low);
            return new Bar(
                    (int) Math.round((from - low) * scale),
                    (int) Math.round((to - low) * scale),
                    (int) Math.round((margin.doubleValue() - low) * scale),
                    floor.stripTrailingZeros().toPlainString(),
                    ceiling.stripTrailingZeros().toPlainString());
        }
    }

    static OfferSheet of(Visit visit, Offer offer, boolean costs, boolean approved) {
        Numbers numbers = new Numbers(visit.locale(), offer.currency());
        String word = CheckQuote.choice(offer.corridor());
        return new OfferSheet(
                offer.currency(),
                groups(visit, offer, numbers, costs),
                totals(visit, offer, numbers),
                costs,
                costs && offer.cost() != null ? numbers.money(offer.cost()) : "",
                costs && offer.margin() != null ? numbers.percent(offer.margin()) : "",
                costs ? bar(offer) : null,
                visit.t("record.quote.corridor." + word),
                offer.inside() ? "good" : "warn",
                visit.t("quote.corridor." + word + (approved && !offer.inside() ? ".approved" : "")),
                costs ? reach(visit, offer, numbers) : "",
                offer.lines().isEmpty());
    }

    private static List<Group> groups(Visit visit, Offer offer, Numbers numbers, boolean costs) {
        Map<String, List<Offer.Line>> byType = new LinkedHashMap<>();
        offer.lines().forEach(it -> byType.computeIfAbsent(it.siteType(), key -> new ArrayList<>())
                .add(it));
        List<Group> groups = new ArrayList<>();
        byType.forEach((type, lines) -> {
            BigDecimal subtotal = lines.stream().map(Offer.Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
            long sites = lines.stream().mapToLong(Offer.Line::sites).max().orElse(0);
            groups.add(new Group(
                    type.isEmpty() ? visit.t("quote.pdf.other") : type,
                    type.isEmpty() ? "" : visit.t("quote.site-count", sites),
                    lines.stream().map(it -> line(it, numbers, costs)).toList(),
                    numbers.money(subtotal),
                    costs ? marginOf(subtotal, cost(lines), numbers) : ""));
        });
        return groups;
    }

    private static @Nullable BigDecimal cost(List<Offer.Line> lines) {
        BigDecimal cost = BigDecimal.ZERO;
        for (Offer.Line line : lines) {
            if (line.unitCost() == null) {
                return null;
            }
            cost = cost.add(line.unitCost().multiply(BigDecimal.valueOf(line.pieces())));
        }
        return cost;
    }

    private static String marginOf(BigDecimal total, @Nullable BigDecimal cost, Numbers numbers) {
        return cost == null || total.signum() <= 0
                ? "–"
                : numbers.tenths(total.subtract(cost).multiply(HUNDRED).divide(total, 1, RoundingMode.HALF_EVEN));
    }

    private static Line line(Offer.Line line, Numbers numbers, boolean costs) {
        return new Line(
                line.id().toString(),
                line.item(),
                line.label(),
                numbers.whole(line.quantity()),
                numbers.whole(line.sites()),
                numbers.whole(line.pieces()),
                numbers.money(line.unitPrice()),
                line.discount().signum() == 0 ? "" : numbers.percent(line.discount()),
                numbers.money(line.total()),
                costs ? (line.unitCost() == null ? "–" : numbers.money(line.unitCost())) : "",
                costs ? marginOf(line.total(), cost(List.of(line)), numbers) : "");
    }

    private static List<List<String>> totals(Visit visit, Offer offer, Numbers numbers) {
        List<List<String>> totals = new ArrayList<>();
        if (offer.discount().signum() != 0) {
            totals.add(List.of(visit.t("quote.pdf.sum"), numbers.money(offer.subtotal())));
            totals.add(List.of(
                    visit.t("quote.pdf.less", numbers.percent(offer.discount())),
                    "−" + numbers.money(offer.reduction())));
        }
        totals.add(List.of(visit.t("record.quote.total"), offer.currency() + " " + numbers.money(offer.total())));
        return totals;
    }

    private static @Nullable Bar bar(Offer offer) {
        return offer.margin() == null ? null : Bar.of(offer.margin(), offer.floor(), offer.ceiling());
    }

    /** Between which totals the margin would be inside. */
    private static String reach(Visit visit, Offer offer, Numbers numbers) {
        if (offer.cost() == null || offer.cost().signum() == 0) {
            long unknown =
                    offer.lines().stream().filter(it -> it.unitCost() == null).count();
            return unknown == 0 ? "" : visit.t("quote.costs-missing", unknown);
        }
        return visit.t(
                "quote.corridor-totals",
                numbers.rounded(total(offer.cost(), offer.floor())),
                offer.ceiling().compareTo(HUNDRED) >= 0 ? "–" : numbers.rounded(total(offer.cost(), offer.ceiling())));
    }

    private static BigDecimal total(BigDecimal cost, BigDecimal margin) {
        return cost.multiply(HUNDRED).divide(HUNDRED.subtract(margin), MathContext.DECIMAL64);
    }
}
