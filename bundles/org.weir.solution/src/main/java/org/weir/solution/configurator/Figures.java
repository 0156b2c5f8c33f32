package org.weir.solution.configurator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.Configure;
import org.weir.solution.configuration.Goal;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.configurator.View.Bar;
import org.weir.solution.configurator.View.Margin;
import org.weir.solution.configurator.View.Total;
import org.weir.solution.engine.Resource;
import org.weir.solution.engine.Standing;
import org.weir.solution.engine.Tally;
import org.weir.solution.model.Labels;
import org.weir.solution.price.PriceBook.Terms;
import org.weir.solution.quote.OfferSheet;
import org.weir.web.api.Visit;

/** The figures at the right: resources of one site, totals of one site and of all, the margin. */
final class Figures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NEARLY = new BigDecimal("0.8");

    private final Visit visit;
    private final Bench bench;
    private final NumberFormat format;

    Figures(Visit visit, Bench bench) {
        this.visit = visit;
        this.bench = bench;
        this.format = NumberFormat.getIntegerInstance(visit.locale());
    }

    /** What one or all sites come to. */
    record Sums(BigDecimal price, BigDecimal cost, BigDecimal watts, BigDecimal opex) {
        static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        static Sums of(Tally tally) {
            return new Sums(tally.sum("price"), tally.sum("cost"), tally.sum("energy"), tally.sum("opex"));
        }

        Sums plus(Sums other, int times) {
            BigDecimal factor = BigDecimal.valueOf(times);
            return new Sums(
                    price.add(other.price.multiply(factor)),
                    cost.add(other.cost.multiply(factor)),
                    watts.add(other.watts.multiply(factor)),
                    opex.add(other.opex.multiply(factor)));
        }

        BigDecimal fiveYears(BigDecimal tariff) {
            BigDecimal yearly = opex.add(Goal.kilowattHours(watts).multiply(tariff));
            return price.add(yearly.multiply(BigDecimal.valueOf(5)));
        }
    }

    String money(BigDecimal amount) {
        return format.format(amount.setScale(0, RoundingMode.HALF_EVEN));
    }

    List<Bar> bars(Standing standing) {
        Tally tally = new Tally(bench.compiled().model(), standing);
        List<Bar> bars = new ArrayList<>();
        for (Resource resource : Resource.of(bench.compiled().model())) {
            BigDecimal used = tally.sum(resource.used());
            BigDecimal capacity = tally.value(resource.capacity());
            boolean known = capacity.signum() > 0;
            String text = known
                    ? visit.t("configurator.of", format.format(used), format.format(capacity))
                    : visit.t("configurator.of-open", format.format(used));
            String tone = known && used.compareTo(capacity.multiply(NEARLY)) > 0 ? "warn" : "";
            bars.add(new Bar(
                    label(resource, visit.locale()),
                    text,
                    used.max(BigDecimal.ZERO).toPlainString(),
                    known ? capacity.toPlainString() : "1",
                    tone));
        }
        return bars;
    }

    private static String label(Resource resource, Locale locale) {
        return resource.rule().labels().isEmpty() ? resource.used() : Labels.of(resource.rule(), locale);
    }

    Sums all() {
        Sums all = Sums.NONE;
        for (SiteType type : bench.siteTypes()) {
            Standing standing = bench.standing(type.id(), List.of());
            all = all.plus(Sums.of(new Tally(bench.compiled().model(), standing)), type.count());
        }
        return all;
    }

    /** @param costs whether the reader may see what it costs us */
    List<Total> totals(Standing standing, Sums all, boolean costs) {
        BigDecimal tariff = Configure.tariff(bench.row());
        Sums one = Sums.of(new Tally(bench.compiled().model(), standing));
        List<Total> totals = new ArrayList<>();
        totals.add(new Total(visit.t("configurator.price"), money(one.price()), money(all.price())));
        if (costs) {
            totals.add(new Total(visit.t("configurator.cost"), money(one.cost()), money(all.cost())));
        }
        totals.addAll(List.of(
                new Total(
                        visit.t("configurator.energy"),
                        money(Goal.kilowattHours(one.watts())),
                        money(Goal.kilowattHours(all.watts()))),
                new Total(visit.t("configurator.opex"), money(one.opex()), money(all.opex())),
                new Total(
                        visit.t("configurator.five-years"),
                        money(one.fiveYears(tariff)),
                        money(all.fiveYears(tariff)))));
        return totals;
    }

    /** @param terms of the price list that a quote would be made from, for floor and ceiling */
    @Nullable
    Margin margin(Sums all, @Nullable Terms terms) {
        if (all.price().signum() <= 0) {
            return null;
        }
        BigDecimal percent =
                all.price().subtract(all.cost()).multiply(HUNDRED).divide(all.price(), 1, RoundingMode.HALF_EVEN);
        NumberFormat one = NumberFormat.getNumberInstance(visit.locale());
        one.setMinimumFractionDigits(1);
        String note = visit.t("configurator.margin.note", money(all.price().subtract(all.cost())), bench.currency());
        if (terms == null) {
            String tone = percent.signum() < 0 ? "bad" : "";
            return new Margin(
                    one.format(percent) + " %", percent.max(BigDecimal.ZERO).toPlainString(), tone, note, null);
        }
        String side = percent.compareTo(terms.floorMargin()) < 0
                ? "below-floor"
                : percent.compareTo(terms.ceilingMargin()) > 0 ? "above-ceiling" : "inside";
        return new Margin(
                one.format(percent) + " %",
                percent.toPlainString(),
                side.equals("inside") ? "good" : "warn",
                note + " · " + visit.t("configurator.margin." + side, terms.name()),
                OfferSheet.Bar.of(percent, terms.floorMargin(), terms.ceilingMargin()));
    }
}
