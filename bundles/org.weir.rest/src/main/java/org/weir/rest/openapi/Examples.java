package org.weir.rest.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordType;
import org.weir.rest.http.Json;

/** Bodies that fit the schema, for people who read the document. */
final class Examples {
    private static final String ID = "0198a5c0-7f00-7abc-8def-0123456789ab";

    private Examples() {}

    static ObjectNode create(RecordType type) {
        ObjectNode example = Json.newObject();
        for (Field field : type.fields()) {
            if (!field.readOnly() && (field.required() || field.inList())) {
                put(example, field);
            }
        }
        return example;
    }

    static ObjectNode patch(RecordType type) {
        ObjectNode example = Json.newObject();
        type.fields().stream().filter(it -> !it.readOnly()).findFirst().ifPresent(it -> put(example, it));
        return example;
    }

    private static void put(ObjectNode example, Field field) {
        String name = field.name();
        switch (field.kind()) {
            case TEXT -> example.put(name, text(field));
            case CHOICE ->
                example.put(
                        name, field.choices().isEmpty() ? null : field.choices().get(0));
            case BOOL -> example.put(name, true);
            case INTEGER -> example.put(name, 12);
            case DECIMAL -> example.put(name, new java.math.BigDecimal("12.5"));
            case MONEY -> example.putObject(name).put("amount", "12.50").put("currency", "EUR");
            case DATE -> example.put(name, "2026-11-21");
            case TIME -> example.put(name, "2026-11-21T08:00:00Z");
            case REF -> example.put(name, ID);
            case LIST -> example.putArray(name).add("A1");
            case REFS -> example.putArray(name).add(ID);
        }
    }

    private static String text(Field field) {
        String text = field.format() == FieldSpec.Format.PLAIN ? "Example" : formatted(field.format());
        return text.length() <= field.max() ? text : text.substring(0, field.max());
    }

    private static String formatted(FieldSpec.Format format) {
        return switch (format) {
            case PLAIN -> "Example";
            case EMAIL -> "ada@example.org";
            case PHONE -> "+49 30 1234567";
            case URL -> "https://example.org/";
            case COUNTRY -> "DE";
            case LANGUAGE -> "en";
            case REGION -> "eu";
        };
    }
}
