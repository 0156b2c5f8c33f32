package org.weir.relationship.need;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Notes a need of an account, be it in general or on an opportunity. */
final class NoteNeed {
    private final Records records;

    NoteNeed(Records records) {
        this.records = records;
    }

    /** Labelled as the need's own fields are. */
    record Input(
            @FieldSpec(required = true) String title,
            @FieldSpec(required = true, initial = "should") Need.Priority priority,

            @FieldSpec(multiline = true, max = 20_000) @Nullable
            String pain,

            @FieldSpec @Nullable String customerKpi,
            @FieldSpec(ref = "person") @Nullable UUID person,
            @FieldSpec Need.@Nullable Source source,
            @FieldSpec(required = true, initial = "likely") Need.Reliability reliability) {}

    Row note(Actor actor, UUID account, @Nullable UUID opportunity, Input input) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", input.title());
        values.put("account", account);
        put(values, "opportunity", opportunity);
        values.put("priority", key(input.priority()));
        put(values, "pain", input.pain());
        put(values, "customerKpi", input.customerKpi());
        put(values, "person", input.person());
        put(values, "source", input.source() == null ? null : key(input.source()));
        values.put("reliability", key(input.reliability()));
        return records.create(actor, Draft.create("need", values));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
