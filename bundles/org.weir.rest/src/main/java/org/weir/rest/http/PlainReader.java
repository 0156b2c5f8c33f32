package org.weir.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.api.Needed;

/** Reads a JSON object into a Java record, strictly: unknown members and wrong types are refused, each by name. */
public final class PlainReader {
    private static final int MOST_DIGITS = 40;

    private final List<ProblemException.At> errors = new ArrayList<>();

    private PlainReader() {}

    /** @throws ProblemException 400 naming every member that is unknown, missing or of a wrong type */
    public static <T extends Record> T read(ObjectNode json, Class<T> type) {
        PlainReader reader = new PlainReader();
        Object result = reader.record(json, type, "");
        if (!reader.errors.isEmpty() || result == null) {
            throw new ProblemException(
                    400, Text.of("rest.problem.body", reader.errors.size()), List.copyOf(reader.errors));
        }
        return type.cast(result);
    }

    private @Nullable Object record(JsonNode json, Class<?> type, String path) {
        if (!json.isObject()) {
            return wrong(path, "rest.type.object");
        }
        RecordComponent[] components = Plain.components(type);
        Set<String> known = new HashSet<>();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            known.add(component.getName());
            JsonNode value = json.get(component.getName());
            String at = path.isEmpty() ? component.getName() : path + "/" + component.getName();
            if (value == null || value.isNull()) {
                values[i] = absent(component, at);
            } else {
                values[i] = value(value, component.getGenericType(), at);
            }
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(new ProblemException.At(
                        path.isEmpty() ? name : path + "/" + name, Text.of("rest.field.unknown")));
            }
        });
        return errors.isEmpty() ? make(type, components, values) : null;
    }

    private @Nullable Object absent(RecordComponent component, String at) {
        Class<?> type = component.getType();
        if (component.isAnnotationPresent(Needed.class)) {
            errors.add(new ProblemException.At(at, Text.of("rest.field.missing")));
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == List.class) {
            return List.of();
        }
        return type == Set.class ? Set.of() : type == Map.class ? Map.of() : null;
    }

    private static Object make(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Object value(JsonNode json, Type type, String at) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return map(json, arguments[1], at);
            }
            List<Object> all = list(json, arguments[0], at);
            return generic.getRawType() == Set.class ? new LinkedHashSet<>(all) : all;
        }
        return single(json, (Class<?>) type, at);
    }

    private @Nullable Object single(JsonNode json, Class<?> type, String at) {
        if (type == String.class) {
            return json.isTextual() && Strings.sound(json.textValue()) ? json.textValue() : wrong(at, "rest.type.text");
        }
        if (type == boolean.class || type == Boolean.class) {
            return json.isBoolean() ? (Object) json.booleanValue() : wrong(at, "rest.type.bool");
        }
        if (type == int.class || type == Integer.class) {
            return json.isIntegralNumber() && json.canConvertToInt()
                    ? (Object) json.intValue()
                    : wrong(at, "rest.type.integer");
        }
        if (type == long.class || type == Long.class) {
            return json.isIntegralNumber() && json.canConvertToLong()
                    ? (Object) json.longValue()
                    : wrong(at, "rest.type.integer");
        }
        if (type == BigDecimal.class) {
            return json.isNumber() && sound(json.decimalValue()) ? json.decimalValue() : wrong(at, "rest.type.decimal");
        }
        if (type == LocalDate.class) {
            return parsed(json, LocalDate::parse, at, "rest.type.date");
        }
        if (type == Instant.class) {
            return parsed(json, Instant::parse, at, "rest.type.time");
        }
        if (type == UUID.class) {
            UUID id = json.isTextual() ? Strings.uuid(json.textValue()) : null;
            return id != null ? id : wrong(at, "rest.type.id");
        }
        if (type.isEnum()) {
            return constant(json, type, at);
        }
        if (type == ObjectNode.class) {
            return json.isObject() ? json : wrong(at, "rest.type.object");
        }
        return record(json, type, at);
    }

    /** Nobody counts further, and arithmetic with {@code 1e999999999} does not end. */
    private static boolean sound(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }

    private @Nullable Object parsed(JsonNode json, Function<String, Object> parse, String at, String expected) {
        try {
            return json.isTextual() ? parse.apply(json.textValue()) : wrong(at, expected);
        } catch (DateTimeParseException e) {
            return wrong(at, expected);
        }
    }

    private @Nullable Object constant(JsonNode json, Class<?> type, String at) {
        for (Object constant : type.getEnumConstants()) {
            if (json.isTextual() && Plain.name((Enum<?>) constant).equals(json.textValue())) {
                return constant;
            }
        }
        return wrong(at, "rest.type.choice");
    }

    private List<Object> list(JsonNode json, Type type, String at) {
        List<Object> result = new ArrayList<>();
        if (!json.isArray()) {
            wrong(at, "rest.type.list");
        } else {
            for (JsonNode entry : json) {
                Object value = value(entry, type, at + "/" + result.size());
                if (value == null) {
                    return result;
                }
                result.add(value);
            }
        }
        return result;
    }

    private Map<String, Object> map(JsonNode json, Type type, String at) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (!json.isObject()) {
            wrong(at, "rest.type.object");
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Object value = value(entry.getValue(), type, at + "/" + entry.getKey());
            if (value != null) {
                result.put(entry.getKey(), value);
            }
        }
        return result;
    }

    private @Nullable Object wrong(String at, String expected) {
        errors.add(new ProblemException.At(at, Text.of("rest.field.wrong-type", Text.of(expected))));
        return null;
    }
}
