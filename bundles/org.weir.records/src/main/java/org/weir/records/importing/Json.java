package org.weir.records.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.records.api.Imports.Mapping;

/** What stands in the text columns of the import tables. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<String> strings(String json) {
        return read(json, new TypeReference<List<String>>() {});
    }

    static List<List<String>> table(String json) {
        return read(json, new TypeReference<List<List<String>>>() {});
    }

    static Mapping mapping(String json) {
        return read(json, new TypeReference<Mapping>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable: " + json, e);
        }
    }

    static @Nullable String text(@Nullable Text text) {
        return text == null ? null : node(text).toString();
    }

    private static JsonNode node(Object value) {
        if (value instanceof Text text) {
            ObjectNode node = MAPPER.createObjectNode().put("key", text.key());
            ArrayNode args = node.putArray("args");
            text.args().forEach(arg -> args.add(node(arg)));
            return node;
        }
        return value instanceof Number || value instanceof Boolean
                ? MAPPER.valueToTree(value)
                : MAPPER.getNodeFactory().textNode(value.toString());
    }

    static @Nullable Text text(@Nullable String json, @Nullable Text otherwise) {
        if (json == null) {
            return otherwise;
        }
        try {
            return (Text) value(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable: " + json, e);
        }
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            List<Object> args = new ArrayList<>();
            node.get("args").forEach(arg -> args.add(value(arg)));
            return new Text(node.get("key").asText(), args);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : node.asText();
    }
}
