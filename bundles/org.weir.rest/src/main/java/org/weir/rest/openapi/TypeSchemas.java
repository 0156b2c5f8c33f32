package org.weir.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordType;
import org.weir.rest.http.Json;

/** The schemas of record types, with labels in the reader's language. */
final class TypeSchemas {
    private final ObjectNode components;
    private final Texts texts;
    private final Locale locale;

    TypeSchemas(ObjectNode components, Texts texts, Locale locale) {
        this.components = components;
        this.texts = texts;
        this.locale = locale;
        common();
    }

    /** {@code site-visit} is {@code SiteVisit}. */
    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return camel.toString();
    }

    static String name(RecordType type, String part) {
        return camel(type.name()) + "Record" + (part.equals("read") ? "" : camel(part));
    }

    private void common() {
        ObjectNode ref = Schemas.typed("object");
        ref.put("description", texts.text(locale, "rest.schema.ref"));
        ObjectNode properties = ref.putObject("properties");
        properties.set("id", Schemas.typed("string").put("format", "uuid"));
        properties.set("title", Schemas.orNull("string"));
        properties.set("type", Schemas.typed("string"));
        ref.putArray("required").add("id");
        components.set("Ref", ref);
        ObjectNode either = oneOf(Schemas.typed("string").put("format", "uuid"), Schemas.ref("Ref"));
        components.set("RefOrId", either.put("description", texts.text(locale, "rest.schema.ref-or-id")));
        ObjectNode count = Schemas.typed("object");
        count.putObject("properties")
                .<ObjectNode>set("number", Schemas.typed("integer"))
                .set("capped", Schemas.typed("boolean"));
        components.set("Count", count);
        ObjectNode money = Schemas.typed("object");
        money.put("description", texts.text(locale, "rest.schema.money"));
        money.putObject("properties")
                .<ObjectNode>set("amount", Schemas.typed("string").put("pattern", "^-?[0-9]{1,30}(\\.[0-9]{1,10})?$"))
                .set("currency", Schemas.typed("string").put("pattern", "^[A-Z]{3}$"));
        money.putArray("required").add("amount").add("currency");
        money.put("additionalProperties", false);
        components.set("Money", money);
    }

    void add(RecordType type, List<ComputedField> computed) {
        components.set(name(type, "read"), read(type, computed));
        components.set(
                name(type, "create"),
                write(type, false, it -> it.required() && it.initial().isEmpty()));
        components.set(name(type, "replace"), write(type, true, Field::required));
        components.set(name(type, "patch"), write(type, true, it -> false));
        components.set(name(type, "page"), page(type));
    }

    private ObjectNode read(RecordType type, List<ComputedField> computed) {
        ObjectNode schema = Schemas.typed("object");
        schema.put("title", texts.text(locale, type.one()));
        ObjectNode properties = schema.putObject("properties");
        stamps(properties);
        for (Field field : type.fields()) {
            properties.set(field.name(), described(readSchema(field), type, field));
        }
        for (ComputedField field : computed) {
            properties
                    .putObject(field.name())
                    .put("title", texts.text(locale, "record." + type.name() + "." + field.name()))
                    .put("description", texts.text(locale, "rest.schema.computed"))
                    .put("readOnly", true);
        }
        schema.putArray("required").add("id").add("version");
        return schema;
    }

    private static void stamps(ObjectNode properties) {
        properties.set("id", Schemas.typed("string").put("format", "uuid").put("readOnly", true));
        properties.set(
                "version", Schemas.typed("integer").put("format", "int64").put("readOnly", true));
        properties.set(
                "createdAt", Schemas.typed("string").put("format", "date-time").put("readOnly", true));
        properties.set(
                "createdBy", oneOf(Schemas.ref("Ref"), Schemas.typed("null")).put("readOnly", true));
        properties.set(
                "updatedAt", Schemas.typed("string").put("format", "date-time").put("readOnly", true));
        properties.set(
                "updatedBy", oneOf(Schemas.ref("Ref"), Schemas.typed("null")).put("readOnly", true));
    }

    private ObjectNode write(RecordType type, boolean stored, Predicate<Field> needed) {
        ObjectNode schema = Schemas.typed("object");
        schema.put("title", texts.text(locale, type.one()));
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.arrayNode();
        if (stored) {
            stamps(properties);
        }
        for (Field field : type.fields()) {
            if (!field.readOnly() || stored) {
                ObjectNode property = described(writeSchema(field), type, field);
                if (field.readOnly()) {
                    property.put("readOnly", true);
                }
                properties.set(field.name(), property);
            }
            if (!field.readOnly() && needed.test(field)) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode page(RecordType type) {
        ObjectNode schema = Schemas.typed("object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("items", Schemas.arrayOf(Schemas.ref(name(type, "read"))));
        properties.set("next", Schemas.orNull("string"));
        properties.set("previous", Schemas.orNull("string"));
        properties.set("count", Schemas.ref("Count"));
        schema.putArray("required").add("items").add("next").add("previous");
        return schema;
    }

    /** The input of an action, as a component of this name. */
    ObjectNode input(String name, List<Field> fields, String labels) {
        ObjectNode schema = Schemas.typed("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.arrayNode();
        for (Field field : fields) {
            ObjectNode property = writeSchema(field);
            property.put("title", texts.text(locale, labels + field.name()));
            properties.set(field.name(), property);
            if (field.required() && field.initial().isEmpty()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        components.set(name, schema.put("additionalProperties", false));
        return Schemas.ref(name);
    }

    private ObjectNode described(ObjectNode schema, RecordType type, Field field) {
        schema.put("title", texts.text(locale, type.label(field)));
        Text label = type.label(field);
        texts.find(locale, label.key() + ".help").ifPresent(help -> schema.put("description", help));
        return schema;
    }

    private static ObjectNode readSchema(Field field) {
        return switch (field.kind()) {
            case REF -> oneOf(Schemas.ref("Ref"), Schemas.typed("null"));
            case REFS -> Schemas.arrayOf(Schemas.ref("Ref"));
            default -> valueSchema(field);
        };
    }

    private static ObjectNode writeSchema(Field field) {
        return switch (field.kind()) {
            case REF -> oneOf(Schemas.ref("RefOrId"), Schemas.typed("null"));
            case REFS -> orNull(Schemas.arrayOf(Schemas.ref("RefOrId")));
            case LIST -> orNull(valueSchema(field));
            default -> valueSchema(field);
        };
    }

    /** So that a client knows a list that is not sent from one that is emptied. */
    private static ObjectNode orNull(ObjectNode list) {
        list.putArray("type").add("array").add("null");
        return list;
    }

    private static ObjectNode valueSchema(Field field) {
        return switch (field.kind()) {
            case TEXT -> text(field);
            case CHOICE -> choice(field);
            case BOOL -> Schemas.orNull("boolean");
            case INTEGER -> Schemas.orNull("integer").put("format", "int64");
            case DECIMAL -> Schemas.orNull("number");
            case MONEY -> oneOf(Schemas.ref("Money"), Schemas.typed("null"));
            case DATE -> Schemas.orNull("string").put("format", "date");
            case TIME -> Schemas.orNull("string").put("format", "date-time");
            default -> Schemas.arrayOf(Schemas.typed("string").put("maxLength", field.max()));
        };
    }

    private static ObjectNode text(Field field) {
        ObjectNode schema = Schemas.orNull("string").put("maxLength", field.max());
        if (field.secret()) {
            schema.put("format", "password")
                    .put("description", "Never told: reads as " + Field.HIDDEN + " where there is one.");
        } else if (field.format() == FieldSpec.Format.EMAIL) {
            schema.put("format", "email");
        } else if (field.format() == FieldSpec.Format.URL) {
            schema.put("format", "uri");
        }
        return schema;
    }

    private static ObjectNode choice(Field field) {
        ObjectNode schema = Schemas.orNull("string");
        ArrayNode choices = schema.putArray("enum");
        field.choices().forEach(choices::add);
        choices.addNull();
        return schema;
    }

    private static ObjectNode oneOf(ObjectNode... schemas) {
        ObjectNode schema = Json.newObject();
        ArrayNode any = schema.putArray("anyOf");
        for (ObjectNode one : schemas) {
            any.add(one);
        }
        return schema;
    }
}
