package org.weir.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.weir.base.api.Text;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Json;
import org.weir.rest.http.Plain;

/** JSON Schemas of the plain Java records that stand in bodies, gathered as components. */
final class Schemas {
    private final ObjectNode components;

    Schemas(ObjectNode components) {
        this.components = components;
    }

    static ObjectNode typed(String type) {
        return Json.newObject().put("type", type);
    }

    static ObjectNode orNull(String type) {
        ObjectNode schema = Json.newObject();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    static ObjectNode ref(String component) {
        return Json.newObject().put("$ref", "#/components/schemas/" + component);
    }

    static ObjectNode arrayOf(ObjectNode items) {
        ObjectNode schema = typed("array");
        schema.set("items", items);
        return schema;
    }

    /** {@code ImportResource.Batch} is {@code ImportBatch}, {@code JobResource.Job} is {@code Job}. */
    static String name(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        String prefix = owner == null ? "" : owner.getSimpleName().replace("Resource", "");
        return prefix.equals(type.getSimpleName()) ? prefix : prefix + type.getSimpleName();
    }

    /** A reference to the record's schema, which becomes a component when it is not one yet. */
    ObjectNode of(Class<?> type) {
        String name = name(type);
        if (!components.has(name)) {
            ObjectNode schema = typed("object");
            components.set(name, schema);
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = schema.arrayNode();
            for (RecordComponent component : type.getRecordComponents()) {
                properties.set(component.getName(), of(component.getGenericType()));
                if (component.isAnnotationPresent(Needed.class)) {
                    required.add(component.getName());
                }
            }
            if (!required.isEmpty()) {
                schema.set("required", required);
            }
        }
        return ref(name);
    }

    ObjectNode itemsOf(Class<?> type) {
        String name = name(type) + "Items";
        if (!components.has(name)) {
            ObjectNode schema = components.putObject(name).put("type", "object");
            schema.putObject("properties").set("items", arrayOf(of(type)));
            schema.putArray("required").add("items");
        }
        return ref(name);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                ObjectNode map = typed("object");
                map.set("additionalProperties", of(arguments[1]));
                return map;
            }
            if (Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
                return arrayOf(of(arguments[0]));
            }
        }
        return type instanceof Class<?> plain ? simple(plain) : Json.newObject();
    }

    private ObjectNode simple(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode choice = typed("string");
            ArrayNode constants = choice.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                constants.add(Plain.name((Enum<?>) constant));
            }
            return choice;
        }
        if (type == UUID.class) {
            return typed("string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return typed("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return typed("string").put("format", "date");
        }
        if (type == String.class || type == Text.class) {
            return typed("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == int.class || type == Integer.class) {
            return typed("integer");
        }
        if (type == long.class || type == Long.class) {
            return typed("integer").put("format", "int64");
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return typed("number");
        }
        return type.isRecord() ? of(type) : typed("object");
    }
}
