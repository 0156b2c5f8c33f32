package org.weir.rest.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;

/**
 * Reads what a client wants a record to be. Unknown members and wrong types are refused; what only Weir may set (system
 * members, read-only fields) is refused too, unless it says what is stored anyway, so that a record that was read can be
 * changed and sent back.
 */
final class DraftReader {
    static final Set<String> SYSTEM = Set.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy");

    private final List<ProblemException.At> malformed = new ArrayList<>();
    private final List<ProblemException.At> refused = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private DraftReader() {}

    /** The members that are there, for a new record or a merge patch ({@code stored}). */
    static Map<String, @Nullable Object> partial(RecordType type, ObjectNode json, @Nullable Row stored) {
        DraftReader reader = new DraftReader();
        reader.readAll(type, json, stored);
        return reader.result();
    }

    /** Every field that a client may set; those not there are emptied. */
    static Map<String, @Nullable Object> whole(RecordType type, ObjectNode json, @Nullable Row stored) {
        DraftReader reader = new DraftReader();
        for (Field field : type.fields()) {
            if (!field.readOnly()) {
                boolean many = field.kind() == Field.Kind.LIST || field.kind() == Field.Kind.REFS;
                reader.values.put(field.name(), many ? List.of() : null);
            }
        }
        reader.readAll(type, json, stored);
        return reader.result();
    }

    /** Values for fields that belong to no record: an action's input. */
    static Map<String, @Nullable Object> input(List<Field> fields, ObjectNode json) {
        DraftReader reader = new DraftReader();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            Field field = fields.stream()
                    .filter(it -> it.name().equals(member.getKey()))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                reader.malformed.add(new ProblemException.At(member.getKey(), Text.of("rest.field.unknown")));
            } else {
                reader.read(field, member.getValue());
            }
        }
        return reader.result();
    }

    private void readAll(RecordType type, ObjectNode json, @Nullable Row stored) {
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String name = member.getKey();
            Field field = type.field(name);
            if (field == null && SYSTEM.contains(name)) {
                refuseUnless(name, stored != null && sameSystem(stored, name, member.getValue()));
            } else if (field == null) {
                malformed.add(new ProblemException.At(name, Text.of("rest.field.unknown")));
            } else if (field.readOnly()) {
                refuseUnless(name, stored != null && sameValue(stored, field, member.getValue()));
            } else {
                read(field, member.getValue());
            }
        }
    }

    private void read(Field field, JsonNode json) {
        try {
            values.put(field.name(), Values.read(field, json));
        } catch (Values.Wrong wrong) {
            malformed.add(new ProblemException.At(field.name(), wrong.text()));
        }
    }

    private void refuseUnless(String name, boolean asStored) {
        if (!asStored) {
            refused.add(new ProblemException.At(name, Text.of("rest.field.read-only")));
        }
    }

    private static boolean sameSystem(Row stored, String name, JsonNode json) {
        return switch (name) {
            case "id" -> json.asText().equals(stored.id().toString());
            case "version" -> json.isIntegralNumber() && json.longValue() == stored.version();
            case "createdAt" -> json.asText().equals(stored.createdAt().toString());
            case "updatedAt" -> json.asText().equals(stored.updatedAt().toString());
            case "createdBy" -> sameUser(stored.createdBy(), json);
            default -> sameUser(stored.updatedBy(), json);
        };
    }

    private static boolean sameUser(@Nullable UUID stored, JsonNode json) {
        JsonNode id = json.isObject() ? json.path("id") : json;
        return stored == null ? json.isNull() : id.asText().equals(stored.toString());
    }

    private static boolean sameValue(Row stored, Field field, JsonNode json) {
        try {
            Object value = Values.read(field, json);
            Object now = stored.get(field.name());
            boolean bothEmpty = (value == null || value.equals(List.of())) && (now == null || now.equals(List.of()));
            return bothEmpty || Objects.equals(value, now);
        } catch (Values.Wrong wrong) {
            return false;
        }
    }

    private Map<String, @Nullable Object> result() {
        if (!malformed.isEmpty()) {
            throw new ProblemException(400, Text.of("rest.problem.body", malformed.size()), malformed);
        }
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
        return values;
    }
}
