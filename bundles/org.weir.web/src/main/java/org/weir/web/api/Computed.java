package org.weir.web.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The computed fields of the record a page is about, which several pieces of the page show. */
public final class Computed {
    private Computed() {}

    /** By name, each computed once in a visit; without those that are empty. */
    public static Map<String, Object> of(Visit visit, Records records, Row row, List<String> names) {
        Map<String, Object> values = new HashMap<>();
        for (String name : names) {
            Object value = visit.once(
                    "computed " + name + " " + row.id() + " " + row.version(), () -> value(visit, records, row, name));
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static @Nullable Object value(Visit visit, Records records, Row row, String name) {
        Map<UUID, Map<String, Object>> all = records.compute(visit.actor(), List.of(row), List.of(name));
        return all.getOrDefault(row.id(), Map.of()).get(name);
    }
}
