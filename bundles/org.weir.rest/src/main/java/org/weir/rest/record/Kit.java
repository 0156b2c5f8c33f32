package org.weir.rest.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Filters;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.rest.http.Call;

/** The parts of the record kit that resources over records share. */
public record Kit(RecordTypes types, Records records, Filters filters) {
    private static final int LONGEST_FILTER = 8_000;
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    RecordType type(Call call) {
        return types.get(call.variable("type"));
    }

    /** The list that the query parameters describe. */
    Query query(Call call, RecordType type) {
        String after = call.param("after");
        String before = call.param("before");
        if (after != null && before != null) {
            throw ProblemException.badRequest(Text.of("rest.problem.after-and-before"));
        }
        return new Query(
                type.name(),
                filter(call.param("filter")),
                call.param("q", ""),
                filters.parseSort(type, call.param("sort")),
                call.number("limit", PAGE, 1, LARGEST_PAGE),
                after,
                before);
    }

    /** The list that a body describes. */
    public Query query(RecordType type, @Nullable String filter, @Nullable String q, @Nullable String sort) {
        List<Query.Sort> order = filters.parseSort(type, sort);
        return new Query(type.name(), filter(filter), q == null ? "" : q, order, PAGE, null, null);
    }

    private @Nullable Filter filter(@Nullable String rsql) {
        if (rsql != null && rsql.length() > LONGEST_FILTER) {
            throw ProblemException.badRequest(Text.of("rest.problem.filter-long", LONGEST_FILTER));
        }
        return filters.parse(rsql);
    }
}
