package org.weir.web.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.weir.base.api.Text;
import org.weir.records.api.Imports.Mapping;
import org.weir.web.api.Visit;

/** What somebody chose at the columns step. */
record ReadColumns(Mapping mapping, Map<String, Text> errors) {
    /** @param columns how many the file has */
    static ReadColumns of(Visit visit, int columns) {
        Map<String, List<Integer>> filled = new LinkedHashMap<>();
        Map<String, Text> errors = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        List<String> ticked = visit.params("key");
        for (int i = 0; i < columns; i++) {
            String field = Objects.requireNonNullElse(visit.param("field." + i), "");
            if (!field.isEmpty()) {
                filled.computeIfAbsent(field, key -> new ArrayList<>()).add(i);
            }
            if (ticked.contains(String.valueOf(i))) {
                if (field.isEmpty()) {
                    errors.put("column." + i, Text.of("transfer.column.key-of-nothing"));
                } else {
                    keys.add(field);
                }
            }
        }
        if (filled.isEmpty()) {
            errors.put("", Text.of("transfer.column.none"));
        }
        return new ReadColumns(
                new Mapping(
                        filled,
                        List.copyOf(keys),
                        visit.params("create").stream().distinct().toList(),
                        Objects.requireNonNullElse(visit.param("language"), ""),
                        Objects.requireNonNullElse(visit.param("currency"), "")),
                errors);
    }
}
