package org.weir.records.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Formats;
import org.weir.records.api.History.Diff;
import org.weir.records.change.Deed;

/** Changes as JSON, {@code {"version":3,"changes":{"name":["old","new"]}}}: what events carry and history keeps. */
public final class ChangesJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangesJson() {}

    static String write(Deed deed, Formats formats) {
        Map<String, List<@Nullable String>> changes = new LinkedHashMap<>();
        for (Deed.Difference it : deed.differences()) {
            List<@Nullable String> both = new ArrayList<>(2);
            both.add(it.before() == null ? null : formats.write(it.field(), it.before()));
            both.add(it.after() == null ? null : formats.write(it.field(), it.after()));
            changes.put(it.field().name(), both);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", deed.row().version());
        data.put("changes", changes);
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<Diff> read(String json) {
        try {
            List<Diff> diffs = new ArrayList<>();
            JsonNode changes = JSON.readTree(json).path("changes");
            changes.properties()
                    .forEach(it -> diffs.add(new Diff(
                            it.getKey(),
                            text(it.getValue().path(0)),
                            text(it.getValue().path(1)))));
            return diffs;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : "";
    }
}
