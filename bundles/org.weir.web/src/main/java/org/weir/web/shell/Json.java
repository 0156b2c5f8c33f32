package org.weir.web.shell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Small JSON for scripts. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes one value. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    public static String write(Body body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            // headers carry it as well
            json.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
            body.write(json);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString();
    }

    /** The header that makes the page say something. */
    public static String toast(Flash flash) {
        return write(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("toast");
            json.writeStringField("text", flash.message());
            json.writeStringField("tone", flash.tone());
            if (!flash.undo().isEmpty()) {
                json.writeStringField("undo", flash.undo());
                json.writeStringField("undoText", flash.undoLabel());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
