package org.weir.records.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records, in which order, how many. Everything stands in the URL and in REST alike: {@code q} (quick text), {@code
 * filter} (RSQL), {@code sort} ({@code -country,name}), {@code limit}, {@code after} / {@code before} (cursors).
 *
 * @param q found in the title or a key; empty for all
 * @param limit 1 to 500
 */
public record Query(
        String type,
        @Nullable Filter filter,
        String q,
        List<Sort> sort,
        int limit,
        @Nullable String after,
        @Nullable String before) {

    public static Query all(String type) {
        return new Query(type, null, "", List.of(), 50, null, null);
    }

    public Query where(@Nullable Filter narrower) {
        return new Query(type, Filter.both(filter, narrower), q, sort, limit, after, before);
    }

    public Query limit(int rows) {
        return new Query(type, filter, q, sort, rows, after, before);
    }

    public record Sort(String field, boolean descending) {}
}
