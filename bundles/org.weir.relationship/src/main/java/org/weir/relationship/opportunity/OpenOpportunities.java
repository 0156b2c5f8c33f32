package org.weir.relationship.opportunity;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The opportunities that are still to be decided, added up. */
final class OpenOpportunities {
    static final Filter OPEN = new Filter.Condition("stage", Filter.Op.OUT, List.of("won", "lost"));
    private static final int MOST = 500;

    private final Records records;

    OpenOpportunities(Records records) {
        this.records = records;
    }

    /** @param worth by currency code */
    record Sum(int number, long overdue, Map<String, BigDecimal> worth) {}

    Sum of(Actor actor, UUID account) {
        Filter filter = new Filter.And(List.of(Filter.eq("account", account), OPEN));
        List<Row> rows = records.list(
                        actor, Query.all("opportunity").where(filter).limit(MOST))
                .rows();
        LocalDate today = LocalDate.now(Clock.system(actor.zone()));
        long overdue = rows.stream()
                .filter(it -> it.get("expectedClose") instanceof LocalDate close && close.isBefore(today))
                .count();
        return new Sum(rows.size(), overdue, worth(rows));
    }

    static Map<String, BigDecimal> worth(List<Row> rows) {
        Map<String, BigDecimal> worth = new TreeMap<>();
        for (Row row : rows) {
            if (row.get("amount") instanceof Money money) {
                worth.merge(money.currency().getCurrencyCode(), money.amount(), BigDecimal::add);
            }
        }
        return worth;
    }

    /** The greatest two sums, rounded: {@code 640K USD · 4.9M CNY}. */
    static String inShort(Map<String, BigDecimal> worth, Locale locale) {
        NumberFormat shortly = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        shortly.setMaximumFractionDigits(1);
        return worth.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(2)
                .map(it -> shortly.format(it.getValue()) + " " + it.getKey())
                .collect(Collectors.joining(" · "));
    }
}
