package org.weir.rest.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.records.api.Field;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Plain;

/** Writes rows as JSON; see {@link Values} for the way back. */
final class RecordWriter {
    private final Selection selection;
    private final Titles titles;
    private final Map<UUID, Map<String, Object>> computed;
    private final Plain plain;

    private RecordWriter(Selection selection, Titles titles, Map<UUID, Map<String, Object>> computed, Plain plain) {
        this.selection = selection;
        this.titles = titles;
        this.computed = computed;
        this.plain = plain;
    }

    /** Looks up everything that the rows need besides themselves, at once. */
    static RecordWriter of(
            RecordTypes types, Records records, Actor actor, List<Row> rows, Selection selection, Plain plain) {
        Titles titles = Titles.of(types, records, actor, rows, selection);
        Map<UUID, Map<String, Object>> computed = selection.computed().isEmpty() || rows.isEmpty()
                ? Map.of()
                : records.compute(actor, rows, selection.computed());
        return new RecordWriter(selection, titles, computed, plain);
    }

    Answer.Body body(Row row) {
        return json -> write(json, row);
    }

    void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", row.id().toString());
        json.writeNumberField("version", row.version());
        for (Field field : selection.fields()) {
            json.writeFieldName(field.name());
            writeValue(json, row, field);
        }
        Map<String, Object> values = computed.getOrDefault(row.id(), Map.of());
        for (String name : selection.computed()) {
            json.writeFieldName(name);
            plain.write(json, values.get(name));
        }
        writeStamps(json, row);
        json.writeEndObject();
    }

    private void writeStamps(JsonGenerator json, Row row) throws IOException {
        if (selection.system().contains("createdAt")) {
            json.writeStringField("createdAt", row.createdAt().toString());
        }
        if (selection.system().contains("createdBy")) {
            json.writeFieldName("createdBy");
            writeRef(json, "user", row.createdBy());
        }
        if (selection.system().contains("updatedAt")) {
            json.writeStringField("updatedAt", row.updatedAt().toString());
        }
        if (selection.system().contains("updatedBy")) {
            json.writeFieldName("updatedBy");
            writeRef(json, "user", row.updatedBy());
        }
    }

    private void writeValue(JsonGenerator json, Row row, Field field) throws IOException {
        Object value = row.get(field.name());
        switch (field.kind()) {
            case REF -> writeRef(json, field.ref(), (UUID) value);
            case REFS -> {
                json.writeStartArray();
                for (UUID id : Titles.ids(row, field)) {
                    writeRef(json, field.ref(), id);
                }
                json.writeEndArray();
            }
            case LIST -> {
                json.writeStartArray();
                for (String entry : row.list(field.name())) {
                    json.writeString(entry);
                }
                json.writeEndArray();
            }
            case MONEY -> writeMoney(json, (Money) value);
            default -> writePlain(json, value);
        }
    }

    private static void writePlain(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof BigDecimal exact) {
            json.writeNumber(exact);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeMoney(JsonGenerator json, @Nullable Money money) throws IOException {
        if (money == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("amount", money.amount().toPlainString());
        json.writeStringField("currency", money.currency().getCurrencyCode());
        json.writeEndObject();
    }

    private void writeRef(JsonGenerator json, String type, @Nullable UUID id) throws IOException {
        if (id == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("id", id.toString());
        json.writeStringField("title", titles.title(type, id));
        json.writeStringField("type", type);
        json.writeEndObject();
    }
}
