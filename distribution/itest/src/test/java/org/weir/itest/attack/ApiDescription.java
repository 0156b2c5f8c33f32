package org.weir.itest.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The suite's own OpenAPI document: what there is to be attacked, and what an answer has to look like. */
final class ApiDescription {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DATE = Pattern.compile("\\d{4,}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT = Pattern.compile("\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    private final JsonNode document;

    ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** @param path below {@code /api}, with its {@code {variables}} */
    record Operation(String method, String path, JsonNode json) {
        List<JsonNode> parameters(String in) {
            List<JsonNode> found = new ArrayList<>();
            for (JsonNode it : json.path("parameters")) {
                if (it.path("in").asText().equals(in)) {
                    found.add(it);
                }
            }
            return found;
        }

        boolean reads() {
            return method.equals("GET");
        }

        String name() {
            return json.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> it : path.getValue().properties()) {
                if (it.getValue().has("operationId")) {
                    all.add(new Operation(it.getKey().toUpperCase(Locale.ROOT), path.getKey(), it.getValue()));
                }
            }
        }
        return all;
    }

    /** The schema itself, whatever refers to it. */
    JsonNode resolved(JsonNode schema) {
        JsonNode it = schema;
        while (it.has("$ref")) {
            it = document.at(it.path("$ref").asText().substring(1));
        }
        return it;
    }

    /** What is wrong with a successful answer, or what is not declared about it; empty when it is as declared. */
    List<String> faults(Operation operation, Wire.Answer answer) throws IOException {
        JsonNode declared = operation.json().path("responses").path(Integer.toString(answer.status()));
        if (declared.isMissingNode()) {
            return List.of("status " + answer.status() + " is not declared");
        }
        String media = answer.header("Content-Type").split(";", 2)[0].strip();
        JsonNode schema = resolved(declared).path("content").path(media).path("schema");
        List<String> wrong = new ArrayList<>();
        if (media.equals("application/json") && !schema.isMissingNode()) {
            check(schema, JSON.readTree(answer.body()), "", wrong);
        } else if (answer.body().length > 0
                && schema.isMissingNode()
                && !resolved(declared).path("content").has("*/*")
                && !resolved(declared).path("content").has("application/octet-stream")) {
            wrong.add("an answer of " + media + " is not declared for " + answer.status());
        }
        return wrong;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> wrong) {
        JsonNode it = resolved(schema);
        JsonNode any = it.has("anyOf") ? it.path("anyOf") : it.path("oneOf");
        if (any.isArray()) {
            for (JsonNode one : any) {
                List<String> inner = new ArrayList<>();
                check(one, value, at, inner);
                if (inner.isEmpty()) {
                    return;
                }
            }
            wrong.add(at + ": " + shorten(value) + " is none of " + shorten(any));
            return;
        }
        if (it.has("type")
                && !types(it).contains(type(value))
                && !(integer(value) && types(it).contains("number"))) {
            wrong.add(at + ": " + shorten(value) + " is no " + types(it));
            return;
        }
        if (it.has("enum") && !contains(it.path("enum"), value)) {
            wrong.add(at + ": " + shorten(value) + " is none of " + shorten(it.path("enum")));
        }
        if (value.isTextual()) {
            checkText(it, value.asText(), at, wrong);
        }
        for (JsonNode required : it.path("required")) {
            if (value.isObject() && !value.has(required.asText())) {
                wrong.add(at + ": lacks " + required.asText());
            }
        }
        if (value.isObject()) {
            checkMembers(it, value, at, wrong);
        }
        if (value.isArray() && it.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(it.path("items"), value.get(i), at + "/" + i, wrong);
            }
        }
    }

    private void checkMembers(JsonNode schema, JsonNode value, String at, List<String> wrong) {
        JsonNode more = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode declared = schema.path("properties").path(member.getKey());
            if (!declared.isMissingNode()) {
                check(declared, member.getValue(), at + "/" + member.getKey(), wrong);
            } else if (more.isObject()) {
                check(more, member.getValue(), at + "/" + member.getKey(), wrong);
            } else if (schema.has("properties") && !more.asBoolean(false)) {
                wrong.add(at + ": " + member.getKey() + " is not declared");
            }
        }
    }

    private static void checkText(JsonNode schema, String text, String at, List<String> wrong) {
        if (schema.has("maxLength")
                && text.codePointCount(0, text.length())
                        > schema.path("maxLength").asInt()) {
            wrong.add(at + ": longer than " + schema.path("maxLength"));
        }
        boolean fits =
                switch (schema.path("format").asText()) {
                    case "uuid" -> uuid(text);
                    case "date" -> DATE.matcher(text).matches();
                    case "date-time" -> MOMENT.matcher(text).matches();
                    default -> true;
                };
        if (!fits) {
            wrong.add(at + ": '" + text + "' is no " + schema.path("format").asText());
        }
    }

    private static boolean uuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode it : array) {
            if (it.equals(value)) {
                return true;
            }
        }
        return false;
    }

    static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(it -> types.add(it.asText()));
        } else if (schema.has("type")) {
            types.add(schema.path("type").asText());
        }
        return types;
    }

    private static boolean integer(JsonNode value) {
        return value.isIntegralNumber();
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> integer(value) ? "integer" : "number";
            default -> "nothing";
        };
    }

    private static String shorten(JsonNode value) {
        String text = value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
