package org.weir.rest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;

/**
 * Writes plain Java records as JSON objects: members named as the components, without those that are null; enum constants
 * in lower case with dashes; texts in the reader's language; moments in ISO.
 */
public final class Plain {
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private final Texts texts;
    private final Locale locale;

    public Plain(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    public void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Text text) {
            json.writeString(texts.text(locale, text));
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Number number) {
            writeNumber(json, number);
        } else if (value instanceof Enum<?> constant) {
            json.writeString(name(constant));
        } else if (value instanceof Collection<?> all) {
            json.writeStartArray();
            for (Object one : all) {
                write(json, one);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else if (value instanceof Record data) {
            writeRecord(json, data);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator json, Number number) throws IOException {
        if (number instanceof BigDecimal exact) {
            json.writeNumber(exact);
        } else if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                json.writeNull();
            } else {
                json.writeNumber(BigDecimal.valueOf(value));
            }
        } else {
            json.writeNumber(number.longValue());
        }
    }

    private void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = entry.getKey();
            json.writeFieldName(key instanceof Enum<?> constant ? name(constant) : String.valueOf(key));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private void writeRecord(JsonGenerator json, Record data) throws IOException {
        json.writeStartObject();
        for (RecordComponent component : components(data.getClass())) {
            Object value = get(component, data);
            if (value != null) {
                json.writeFieldName(component.getName());
                write(json, value);
            }
        }
        json.writeEndObject();
    }

    private static @Nullable Object get(RecordComponent component, Record data) {
        try {
            return component.getAccessor().invoke(data);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
