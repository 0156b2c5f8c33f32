package org.weir.records.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Filters;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;

/** Filters and sorts as they stand in URLs. */
@Component
public final class RsqlFilters implements Filters {
    private static final int MOST_SORTS = 4;

    @Override
    public @Nullable Filter parse(@Nullable String rsql) {
        return rsql == null || rsql.isBlank() ? null : Rsql.read(rsql);
    }

    @Override
    public String write(@Nullable Filter filter) {
        return filter == null ? "" : WriteRsql.write(filter);
    }

    @Override
    public List<Query.Sort> parseSort(RecordType type, @Nullable String sort) {
        List<Query.Sort> sorts = new ArrayList<>();
        if (sort == null || sort.isBlank()) {
            return sorts;
        }
        for (String part : sort.split(",")) {
            String name = part.strip();
            boolean descending = name.startsWith("-");
            String field = descending ? name.substring(1) : name;
            sortable(type, field);
            sorts.add(new Query.Sort(field, descending));
        }
        if (sorts.size() > MOST_SORTS) {
            throw Wrong.query("too-many-sorts", MOST_SORTS);
        }
        return sorts;
    }

    /** @throws org.weir.base.api.ProblemException 400 when it is unknown or cannot be sorted by */
    static Field sortable(RecordType type, String name) {
        Field field = SystemFields.find(type, name);
        if (field == null) {
            throw Wrong.query("unknown-field", name, type.one());
        }
        if (!field.title() && !field.sortable() && !type.sort().matches("(.*,)?-?" + name + "(,.*)?")) {
            throw Wrong.query("not-sortable", name, type.one());
        }
        return field;
    }
}
