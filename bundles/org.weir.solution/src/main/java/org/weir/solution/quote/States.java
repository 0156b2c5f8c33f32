package org.weir.solution.quote;

import java.util.Map;
import java.util.Set;
import org.weir.records.api.Row;

/** The way of a quote from draft to the customer's word. */
final class States {
    static final String DRAFT = "draft";
    static final String WAITING = "waiting";
    static final String APPROVED = "approved";
    static final String SENT = "sent";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String EXPIRED = "expired";

    private static final Map<String, Set<String>> NEXT = Map.of(
            DRAFT, Set.of(WAITING, SENT),
            WAITING, Set.of(DRAFT, APPROVED),
            APPROVED, Set.of(DRAFT, SENT),
            SENT, Set.of(ACCEPTED, DECLINED, EXPIRED),
            ACCEPTED, Set.of(),
            DECLINED, Set.of(),
            EXPIRED, Set.of());

    private States() {}

    static boolean follows(String before, String after) {
        return before.equals(after) || NEXT.getOrDefault(before, Set.of()).contains(after);
    }

    /** Whether the quote may still change. */
    static boolean open(Row quote) {
        String state = String.valueOf(quote.get("state"));
        return state.equals(DRAFT) || state.equals(WAITING) || state.equals(APPROVED);
    }

    /** Whether somebody has been asked, or has answered, about the figures as they are. */
    static boolean decided(Row quote) {
        return is(quote, WAITING) || is(quote, APPROVED);
    }

    static boolean is(Row quote, String state) {
        return state.equals(quote.get("state"));
    }
}
