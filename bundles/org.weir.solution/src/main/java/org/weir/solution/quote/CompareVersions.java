package org.weir.solution.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has changed from one version of an offer to another, line by line. */
final class CompareVersions {
    private CompareVersions() {}

    enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** @param before null when added, {@code after} null when removed */
    record Pair(Kind kind, Offer.@Nullable Line before, Offer.@Nullable Line after) {
        BigDecimal difference() {
            BigDecimal from = before == null ? BigDecimal.ZERO : before.total();
            BigDecimal to = after == null ? BigDecimal.ZERO : after.total();
            return to.subtract(from);
        }
    }

    /**
     * Lines are the same thing when site type and item code are (the name, without a code); of several such lines the first
     * goes with the first. In the order of the newer version, what is gone where it stood.
     */
    static List<Pair> of(Offer before, Offer after) {
        Map<String, List<Offer.Line>> old = new LinkedHashMap<>();
        before.lines().forEach(it -> old.computeIfAbsent(key(it), key -> new ArrayList<>())
                .add(it));
        List<Pair> pairs = new ArrayList<>();
        for (Offer.Line line : after.lines()) {
            List<Offer.Line> candidates = old.getOrDefault(key(line), List.of());
            if (candidates.isEmpty()) {
                pairs.add(new Pair(Kind.ADDED, null, line));
            } else {
                Offer.Line was = candidates.remove(0);
                pairs.add(new Pair(same(was, line) ? Kind.SAME : Kind.CHANGED, was, line));
            }
        }
        old.values().forEach(left -> left.forEach(it -> insert(pairs, new Pair(Kind.REMOVED, it, null), it.place())));
        return pairs;
    }

    private static void insert(List<Pair> pairs, Pair gone, long place) {
        int at = 0;
        while (at < pairs.size()) {
            Offer.Line was = pairs.get(at).before();
            if (was != null && was.place() > place) {
                break;
            }
            at++;
        }
        pairs.add(at, gone);
    }

    private static String key(Offer.Line line) {
        return line.siteType() + "\n" + (line.item().isEmpty() ? line.label() : line.item());
    }

    private static boolean same(Offer.Line one, Offer.Line other) {
        return one.quantity() == other.quantity()
                && one.sites() == other.sites()
                && one.unitPrice().compareTo(other.unitPrice()) == 0
                && one.discount().compareTo(other.discount()) == 0
                && one.label().equals(other.label());
    }
}
