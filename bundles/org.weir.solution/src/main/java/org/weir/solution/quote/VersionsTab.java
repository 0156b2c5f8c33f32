package org.weir.solution.quote;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.jte.StaticTemplates;
import org.weir.solution.quote.CompareVersions.Kind;
import org.weir.solution.quote.CompareVersions.Pair;
import org.weir.store.api.Database;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** All versions of a quote, and two of them side by side: what has changed, line by line. */
@Component
public final class VersionsTab implements RecordTab {
    private final Offers offers;
    private final Versions versions;

    @Activate
    public VersionsTab(@Reference(target = "(schema=solution)") Database database, @Reference Records records) {
        this.offers = new Offers(database);
        this.versions = new Versions(records);
    }

    /** A version in the upper table. */
    public record Edition(
            String id, String number, String edition, String state, String date, String total, boolean here) {}

    /** A line of the comparison. */
    public record LineChange(
            String kind,
            String sign,
            String siteType,
            String label,
            List<String> before,
            List<String> after,
            List<Boolean> marks,
            String difference) {}

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public String name() {
        return "versions";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Text label() {
        return Text.of("quote.versions");
    }

    @Override
    public String permission() {
        return "quote:read";
    }

    @Override
    public OptionalLong count(Visit visit, Row row) {
        return OptionalLong.of(versions.of(visit.actor(), row).size());
    }

    @Override
    public Content show(Visit visit, Row row) {
        List<Row> chain = versions.of(visit.actor(), row);
        int here = IntStream.range(0, chain.size())
                .filter(it -> chain.get(it).id().equals(row.id()))
                .findFirst()
                .orElse(0);
        int to = here == 0 && chain.size() > 1 ? 1 : here;
        Row after = chain.get(to);
        Row before = to == 0 ? null : named(chain.subList(0, to), visit.param("against"), chain.get(to - 1));
        List<LineChange> changes = before == null ? List.of() : changes(visit, before, after);
        boolean all = visit.param("all") != null;
        List<LineChange> shown = all
                ? changes
                : changes.stream().filter(it -> !it.kind().equals("same")).toList();
        return new StaticTemplates()
                .solutionQuoteVersions(
                        visit,
                        row.id().toString(),
                        chain.stream().map(it -> line(visit, it, row)).toList(),
                        before == null ? "" : String.valueOf(before.get("number")),
                        String.valueOf(after.get("number")),
                        shown,
                        all ? 0 : changes.size() - shown.size(),
                        before == null ? "" : difference(visit, before, after));
    }

    private static Row named(List<Row> earlier, @Nullable String id, Row otherwise) {
        return earlier.stream()
                .filter(it -> it.id().toString().equals(id))
                .findFirst()
                .orElse(otherwise);
    }

    private static Edition line(Visit visit, Row version, Row here) {
        Object total = version.get("total");
        return new Edition(
                version.id().toString(),
                String.valueOf(version.get("number")),
                String.valueOf(Objects.requireNonNullElse(version.get("edition"), 1)),
                visit.t("record.quote.state." + version.get("state")),
                version.get("sentOn") instanceof java.time.LocalDate on ? OfferTab.date(visit, on) : "",
                total instanceof Money money
                        ? money.currency() + " "
                                + new Numbers(visit.locale(), money.currency().getCurrencyCode())
                                        .money(money.rounded().amount())
                        : "",
                version.id().equals(here.id()));
    }

    private List<LineChange> changes(Visit visit, Row before, Row after) {
        Offer from = offers.of(before);
        Offer to = offers.of(after);
        Numbers numbers = new Numbers(visit.locale(), to.currency());
        return CompareVersions.of(from, to).stream()
                .map(it -> change(visit, it, numbers))
                .toList();
    }

    private static LineChange change(Visit visit, Pair pair, Numbers numbers) {
        Offer.Line named = Objects.requireNonNull(pair.after() == null ? pair.before() : pair.after());
        List<String> before = cells(pair.before(), numbers);
        List<String> after = cells(pair.after(), numbers);
        String kind = pair.kind().name().toLowerCase(Locale.ROOT);
        return new LineChange(
                kind,
                pair.kind() == Kind.SAME ? "" : visit.t("quote.change." + kind),
                named.siteType(),
                named.label(),
                before,
                after,
                IntStream.range(0, after.size())
                        .mapToObj(it -> !before.get(it).equals(after.get(it)))
                        .toList(),
                pair.difference().signum() == 0 ? "" : numbers.signed(pair.difference()));
    }

    private static List<String> cells(Offer.@Nullable Line line, Numbers numbers) {
        return line == null
                ? List.of("", "", "", "")
                : List.of(
                        numbers.whole(line.quantity()) + " × " + numbers.whole(line.sites()),
                        numbers.money(line.unitPrice()),
                        line.discount().signum() == 0 ? "" : numbers.percent(line.discount()),
                        numbers.money(line.total()));
    }

    private String difference(Visit visit, Row before, Row after) {
        Offer from = offers.of(before);
        Offer to = offers.of(after);
        if (!from.currency().equals(to.currency())) {
            return "";
        }
        Numbers numbers = new Numbers(visit.locale(), to.currency());
        BigDecimal difference = to.total().subtract(from.total());
        return visit.t(
                "quote.total-change",
                numbers.money(from.total()),
                numbers.money(to.total()),
                numbers.signed(difference),
                numbers.percent(from.discount()),
                numbers.percent(to.discount()));
    }
}
