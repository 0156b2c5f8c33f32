package org.weir.itest.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.weir.itest.attack.ApiDescription.Operation;

/** Makes requests that nobody meant: from the schema of what is expected, bent in one or several places. */
final class Hostile {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\ud800",
            "\udc00\ud800",
            "\u202e\u0645\u0631\u062d\u0628\u0627\u200f",
            "\ufeff",
            "\uffff",
            "\r\nSet-Cookie: weir=x",
            "' or '1'='1",
            "\"; drop table x; --",
            "${jndi:ldap://127.0.0.1/a}",
            "{0} {1,number} '{",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "..\\..\\x",
            "%s%n%x",
            "%",
            "_",
            "*",
            "=cmd|' /C calc'!A0",
            "null",
            "true",
            "-1",
            "1e999999999",
            "NaN",
            "0x7fffffff",
            "99999999999999999999",
            "1970-01-01",
            "+999999999-12-31",
            "9999-99-99",
            "-0001-01-01T00:00:00Z",
            "2026-02-30T25:61:61Z",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "me",
            "user@[::1]",
            "http://[",
            "javascript:alert(1)",
            "\u0130\u0131\ufb03\u1e9e",
            "e\u0301".repeat(30),
            "\ud83d\ude00".repeat(300),
            "x".repeat(70_000));
    private static final List<String> FILTERS = List.of(
            "=",
            "==",
            "name==",
            "name=='",
            "name==\"",
            "(",
            ")",
            "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((name==a",
            "name==*",
            "name==***************************************",
            "name==%",
            "id==x",
            "id==00000000-0000-0000-0000-000000000000",
            "id=in=()",
            "createdAt=gt=today-99999999999",
            "createdAt=lt=+999999999-12-31T23:59:59Z",
            "createdAt==today-2147483647",
            "version==99999999999999999999999",
            "version=gt=1e9",
            "name=null=maybe",
            "name=in=(" + "a,".repeat(2_000) + "b)",
            "createdBy.createdBy.createdBy==x",
            "name=foo=x",
            "name==a;;name==b",
            "nämé==1",
            "name==a,",
            "\0==\0",
            "name==\ud83d\ude00",
            "password==x",
            "title==x;drop==y",
            "(".repeat(5_000) + "name==a" + ")".repeat(5_000),
            "name==a;".repeat(1_000) + "name==a");
    private static final List<String> SORTS =
            List.of(",", "-", "--name", "name,name", "-name,nothing", "name desc", "\0", "id;drop", "version,-version");
    private static final List<String> CURSORS =
            List.of("x", "AAAA", "%%%", "eyJ9", "null", "\u00ff\u00fe", "A".repeat(9_000), "WyJhIl0", "e30", "W10");

    private final Random random;
    private final ApiDescription api;
    private final Targets targets;

    Hostile(long seed, ApiDescription api, Targets targets) {
        this.random = new Random(seed);
        this.api = api;
        this.targets = targets;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean in(int times) {
        return random.nextInt(times) == 0;
    }

    /** A path with ids that are there, mostly. */
    String path(Operation operation) {
        String path = operation.path();
        for (JsonNode variable : operation.parameters("path")) {
            String name = variable.path("name").asText();
            String value = in(6) ? broken(one(TEXTS)) : targets.value(operation.path(), name, random);
            path = path.replace("{" + name + "}", value);
        }
        return "/api" + (path.equals("/") ? "" : path);
    }

    /** A query of the parameters that are known, some of them twice or unknown. */
    String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode it : operation.parameters("query")) {
            if (it.path("required").asBoolean() || in(3)) {
                String name = it.path("name").asText();
                append(query, name, in(12) ? "%zz%" : encoded(text(name)));
            }
        }
        if (in(25)) {
            append(query, one(List.of("x", "%00", "filter", "limit", "%ff", "a%", "__proto__")), "1");
        }
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }

    private String text(String name) {
        return switch (name) {
            case "filter" -> one(FILTERS);
            case "sort" -> one(SORTS);
            case "after", "before" -> one(CURSORS);
            case "limit", "skip", "offset" -> one(List.of("1", "0", "-1", "500", "501", "2147483648", "1e3", "٣"));
            case "count", "atomic", "all" -> one(List.of("true", "false", "yes", ""));
            default -> one(TEXTS);
        };
    }

    /** Percent-encoded as far as it is Unicode; what is not, and all now and then, as bytes that are no UTF-8. */
    private String broken(String text) {
        String short_ = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        return in(8) ? "%c0%ae%ff" : encoded(short_.isEmpty() ? " " : short_);
    }

    private String encoded(String text) {
        String cut = text.length() > 6_000 && !in(20) ? text.substring(0, 500) : text;
        StringBuilder out = new StringBuilder();
        for (byte b : cut.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-';
            out.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return out.toString();
    }

    /** A body for the schema: right in most places, wrong in some, or nothing like it at all. */
    byte[] body(JsonNode schema) {
        return switch (random.nextInt(12)) {
            case 0 -> bytes(one(List.of("", "{", "[]", "null", "1", "\"x\"", "{}{}", "{\"a\":1,\"a\":2}", "\ufeff{}")));
            case 1 -> deep();
            case 2 -> notUtf8(value(schema, 0, 6).toString());
            case 3 -> bytes("{\"items\":[null,null],\"values\":null,\"id\":null,\"x\":[[[]]]}");
            case 4 -> bytes(value(schema, 0, 2).toString());
            default -> bytes(value(schema, 0, 8).toString());
        };
    }

    /** A body as it is meant to be. */
    byte[] proper(JsonNode schema) {
        return bytes(value(schema, 0, Integer.MAX_VALUE).toString());
    }

    private byte[] deep() {
        String open = one(List.of("[", "{\"a\":", "{\"values\":", "{\"items\":["));
        return bytes("{\"name\":" + open.repeat(10_000));
    }

    private byte[] notUtf8(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = bytes(json);
        int at = random.nextInt(bytes.length + 1);
        out.write(bytes, 0, at);
        out.writeBytes(one(List.of(
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xff},
                new byte[] {0})));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param wrongOneIn how rarely a value is of another kind than asked for */
    private JsonNode value(JsonNode asked, int depth, int wrongOneIn) {
        JsonNode schema = api.resolved(asked);
        if (depth > 6 || depth > 0 && in(wrongOneIn)) {
            return anything();
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            JsonNode any = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
            // what is asked for first is always taken; the others may want more than the schema says
            int one = wrongOneIn == Integer.MAX_VALUE ? 0 : random.nextInt(any.size());
            return value(any.get(one), depth + 1, wrongOneIn);
        }
        if (schema.has("allOf")) {
            ObjectNode all = NODES.objectNode();
            schema.path("allOf").forEach(it -> all.setAll(object(api.resolved(it), depth, wrongOneIn)));
            return all;
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        List<String> types = ApiDescription.types(schema);
        return switch (types.isEmpty() ? "object" : types.get(0)) {
            case "object" -> object(schema, depth, wrongOneIn);
            case "array" -> array(schema, depth, wrongOneIn);
            case "integer" ->
                NODES.numberNode(one(List.of(0L, 1L, 2L, -1L, 7L, (long) Integer.MAX_VALUE, 99_999_999_999L)));
            case "number" ->
                NODES.numberNode(new BigDecimal(one(List.of("0", "1.25", "-0.0001", "12345678901234567890"))));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> text(schema);
        };
    }

    private JsonNode text(JsonNode schema) {
        return NODES.textNode(
                switch (schema.path("format").asText()) {
                    case "uuid" -> targets.any(random);
                    case "date" -> one(List.of("2026-11-21", "0001-01-01", "9999-12-31"));
                    case "date-time" -> one(List.of("2026-11-21T08:00:00Z", "0001-01-01T00:00:00Z"));
                    case "email" -> "a" + random.nextInt(1_000_000) + "@example.com";
                    case "uri" -> "https://example.com/";
                    default -> "Fuzz " + random.nextInt(1_000_000);
                });
    }

    private ObjectNode object(JsonNode schema, int depth, int wrongOneIn) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> it : schema.path("properties").properties()) {
            boolean required = schema.path("required").toString().contains('"' + it.getKey() + '"');
            boolean ours = api.resolved(it.getValue()).path("readOnly").asBoolean();
            boolean proper = wrongOneIn == Integer.MAX_VALUE;
            if (ours ? !proper && in(60) : required || in(3)) {
                object.set(it.getKey(), value(it.getValue(), depth + 1, wrongOneIn));
            }
        }
        if (wrongOneIn < 10 && in(10)) {
            object.set(one(List.of("nothing", "", "__proto__", "\0", "x".repeat(300))), anything());
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth, int wrongOneIn) {
        ArrayNode array = NODES.arrayNode();
        int size = wrongOneIn < 10 && in(40) ? 1_500 : 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), size > 100 ? 5 : depth + 1, wrongOneIn));
        }
        return array;
    }

    private JsonNode anything() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.numberNode(new BigInteger("9".repeat(30)));
            case 3 -> NODES.numberNode(new BigDecimal("1e99"));
            case 4 -> NODES.numberNode(Long.MIN_VALUE);
            case 5 -> NODES.arrayNode().add(NODES.nullNode()).add(1).add("x");
            case 6 -> NODES.objectNode().set("id", NODES.objectNode());
            case 7 -> NODES.arrayNode().add(NODES.arrayNode().add(NODES.objectNode()));
            default -> NODES.textNode(one(TEXTS));
        };
    }
}
