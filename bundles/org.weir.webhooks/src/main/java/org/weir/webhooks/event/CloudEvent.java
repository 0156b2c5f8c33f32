package org.weir.webhooks.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.events.api.Event;

/**
 * An event as CloudEvents 1.0 in JSON. It says what has happened to which record and which fields changed, not what they
 * hold: the receiver reads that over the API, with rights of its own.
 */
public final class CloudEvent {
    /** Of the request's body. */
    public static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final JsonFactory FACTORY = new JsonFactory();

    private CloudEvent() {}

    /** What the log tells besides the event itself. */
    private record Told(@Nullable Long version, List<String> changed) {}

    /** @param byName of the person who caused it; null for the system */
    public static String of(Event event, @Nullable String byName) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.id().toString());
            json.writeStringField("source", "/weir");
            json.writeStringField("type", event.type());
            json.writeStringField("subject", event.subjectType() + "/" + event.subject());
            json.writeStringField("time", event.at().toString());
            json.writeStringField("datacontenttype", "application/json");
            json.writeObjectFieldStart("data");
            data(json, event, byName);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void data(JsonGenerator json, Event event, @Nullable String byName) throws IOException {
        Told told = told(event.data());
        json.writeObjectFieldStart("record");
        json.writeStringField("type", event.subjectType());
        json.writeStringField("id", event.subject().toString());
        json.writeStringField("href", "/api/" + event.subjectType() + "/" + event.subject());
        json.writeEndObject();
        if (event.actor() != null && byName != null) {
            json.writeObjectFieldStart("by");
            json.writeStringField("id", event.actor().toString());
            json.writeStringField("name", byName);
            json.writeEndObject();
        }
        if (told.version() != null) {
            json.writeNumberField("version", told.version());
        }
        json.writeArrayFieldStart("changed");
        for (String field : told.changed()) {
            json.writeString(field);
        }
        json.writeEndArray();
    }

    private static Told told(String data) throws IOException {
        Long version = null;
        List<String> changed = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(data)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Told(null, changed);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("version") && value == JsonToken.VALUE_NUMBER_INT) {
                    version = json.getLongValue();
                } else if (name.equals("changes") && value == JsonToken.START_OBJECT) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        changed.add(json.currentName());
                        json.nextToken();
                        json.skipChildren();
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Told(version, changed);
    }
}
