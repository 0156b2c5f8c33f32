package org.weir.jobs.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.weir.base.api.Text;

/** {@code {"key":"…","args":[…]}}; an argument of a type that JSON lacks is an object with the type as its only field. */
public final class TextJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TextJson() {}

    public static String write(Text text) {
        return object(text).toString();
    }

    /** @throws IllegalArgumentException when it is not a text */
    public static Text read(String json) {
        try {
            return text(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a text: " + json, e);
        }
    }

    private static ObjectNode object(Text text) {
        ObjectNode node = JSON.createObjectNode().put("key", text.key());
        if (!text.args().isEmpty()) {
            ArrayNode args = node.putArray("args");
            text.args().forEach(arg -> args.add(argument(arg)));
        }
        return node;
    }

    private static JsonNode argument(Object arg) {
        if (arg instanceof Text text) {
            return object(text);
        } else if (arg instanceof Boolean flag) {
            return JSON.getNodeFactory().booleanNode(flag);
        } else if (arg instanceof Integer || arg instanceof Long || arg instanceof Short) {
            return JSON.getNodeFactory().numberNode(((Number) arg).longValue());
        } else if (arg instanceof Number number) {
            return JSON.createObjectNode().put("decimal", new BigDecimal(number.toString()).toPlainString());
        } else if (arg instanceof LocalDate date) {
            return JSON.createObjectNode().put("date", date.toString());
        } else if (arg instanceof Instant instant) {
            return JSON.createObjectNode().put("instant", instant.toString());
        }
        return JSON.getNodeFactory().textNode(arg.toString());
    }

    private static Text text(JsonNode node) {
        List<Object> args = new ArrayList<>();
        node.path("args").forEach(arg -> args.add(value(arg)));
        return new Text(node.path("key").asText(), args);
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isNumber()) {
            return node.longValue();
        } else if (node.has("key")) {
            return text(node);
        } else if (node.has("decimal")) {
            return new BigDecimal(node.get("decimal").asText());
        } else if (node.has("date")) {
            return LocalDate.parse(node.get("date").asText());
        } else if (node.has("instant")) {
            return Instant.parse(node.get("instant").asText());
        }
        return node.asText();
    }
}
