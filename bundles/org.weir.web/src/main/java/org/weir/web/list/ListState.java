package org.weir.web.list;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Filters;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.web.api.Visit;
import org.weir.web.shell.Urls;

/** What a list shows, as it stands in its address. */
public record ListState(
        String path,
        RecordType type,
        String q,
        @Nullable Filter filter,
        String filterText,
        String sort,
        List<String> columns,
        int limit,
        String after,
        String before,
        String panel) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_Q = 200;

    /** @throws ProblemException 400 for a filter or limit that cannot be read */
    static ListState of(String path, RecordType type, Visit visit, Filters filters) {
        String filterText = param(visit, "filter");
        String q = param(visit, "q").strip();
        return new ListState(
                path,
                type,
                q.length() > LONGEST_Q ? q.substring(0, LONGEST_Q) : q,
                filters.parse(filterText),
                filterText,
                param(visit, "sort"),
                names(param(visit, "columns")),
                limit(param(visit, "limit")),
                param(visit, "after"),
                param(visit, "before"),
                param(visit, "panel"));
    }

    private static String param(Visit visit, String name) {
        return Objects.requireNonNullElse(visit.param(name), "");
    }

    private static List<String> names(String columns) {
        return columns.isBlank()
                ? List.of()
                : Arrays.stream(columns.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
    }

    private static int limit(String text) {
        if (text.isEmpty()) {
            return USUAL;
        }
        try {
            return Math.max(1, Math.min(MOST, Integer.parseInt(text)));
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest(Text.of("web.error.limit", text));
        }
    }

    /** @param within what the list is confined to, besides what the reader chose */
    Query query(Filters filters, @Nullable Filter within) {
        return new Query(
                type.name(),
                Filter.both(within, filter),
                q,
                filters.parseSort(type, sort),
                limit,
                after.isEmpty() ? null : after,
                before.isEmpty() ? null : before);
    }

    /** The same list, from its beginning. */
    public Urls url() {
        return Urls.of(path)
                .with("q", q)
                .with("filter", filterText)
                .with("sort", sort)
                .with("columns", String.join(",", columns))
                .with("limit", limit == USUAL ? "" : String.valueOf(limit));
    }

    public boolean narrowed() {
        return !q.isEmpty() || filter != null;
    }

    public boolean first() {
        return after.isEmpty() && before.isEmpty();
    }
}
