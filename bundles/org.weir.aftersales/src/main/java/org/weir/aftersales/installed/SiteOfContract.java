package org.weir.aftersales.installed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;

/** What a contract says of one site; nothing while nobody brings contracts. */
final class SiteOfContract {
    /** The warranty of a contract that does not say otherwise. */
    static final int USUAL_MONTHS = 24;

    private static final int PAGE = 500;

    /** More of a kind than this are one unit with a quantity. */
    private static final int APART = 12;

    private final Records records;
    private final RecordTypes types;

    SiteOfContract(Records records, RecordTypes types) {
        this.records = records;
        this.types = types;
    }

    /** @param months of warranty */
    record Ordered(Row contract, String siteType, List<Line> lines, int months) {}

    /** @param quantity at this site */
    record Line(String label, String item, long quantity) {
        /** How many units to record: each for itself as long as they can be told apart. */
        int records() {
            return quantity <= APART ? (int) quantity : 1;
        }

        BigDecimal ofEach() {
            return quantity <= APART ? BigDecimal.ONE : BigDecimal.valueOf(quantity);
        }
    }

    Optional<Ordered> ordered(Actor actor, UUID contract, Row site) {
        if (types.find(SolutionTypes.CONTRACT).isEmpty()) {
            return Optional.empty();
        }
        return records.find(actor, SolutionTypes.CONTRACT, contract).map(it -> {
            String siteType = siteType(actor, contract, site);
            return new Ordered(it, siteType, lines(actor, contract, siteType), months(it));
        });
    }

    private String siteType(Actor actor, UUID contract, Row site) {
        List<Row> sites = all(actor, SolutionTypes.CONTRACT_SITE, Filter.eq("contract", contract));
        return sites.stream()
                .filter(it -> site.id().equals(it.ref("site")))
                .findFirst()
                .or(() -> sites.stream()
                        .filter(it -> it.ref("site") == null && Objects.equals(it.text("name"), site.text("name")))
                        .findFirst())
                .map(it -> it.text("siteType"))
                .orElse("");
    }

    /** What stays at the site: work that was done is no unit. */
    private List<Line> lines(Actor actor, UUID contract, String siteType) {
        if (siteType.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        Filter which = Filter.both(Filter.eq("contract", contract), Filter.eq("siteType", siteType));
        for (Row line : all(actor, SolutionTypes.CONTRACT_LINE, which)) {
            long quantity = ((Number) Objects.requireNonNullElse(line.get("quantity"), 0L)).longValue();
            if (quantity > 0 && !"service".equals(line.text("kind"))) {
                lines.add(new Line(
                        String.valueOf(line.get("label")),
                        Objects.requireNonNullElse(line.text("item"), ""),
                        quantity));
            }
        }
        return lines;
    }

    private static int months(Row contract) {
        return contract.get("warrantyMonths") instanceof Number months ? months.intValue() : USUAL_MONTHS;
    }

    /** Who looks after the service of the account on the day, as its team says. */
    Optional<UUID> serviceManager(Actor actor, UUID account, LocalDate day) {
        Filter which = Filter.both(Filter.eq("account", account), Filter.eq("part", "service"));
        return all(actor, "account-member", which).stream()
                .filter(it -> !later((LocalDate) it.get("since"), day) && !earlier((LocalDate) it.get("until"), day))
                .map(it -> it.ref("member"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean later(@Nullable LocalDate date, LocalDate day) {
        return date != null && date.isAfter(day);
    }

    private static boolean earlier(@Nullable LocalDate date, LocalDate day) {
        return date != null && date.isBefore(day);
    }

    private List<Row> all(Actor actor, String type, @Nullable Filter which) {
        List<Row> rows = new ArrayList<>();
        String after = null;
        do {
            Records.PageOfRows page = records.list(actor, new Query(type, which, "", List.of(), PAGE, after, null));
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }

    /** The site's zone; UTC where it has none, or none that is known. */
    static ZoneId zone(Row site) {
        String zone = site.text("zone");
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
