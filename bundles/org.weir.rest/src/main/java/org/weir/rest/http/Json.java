package org.weir.rest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** JSON read strictly (no duplicate members, nothing behind the value, bounded depth and length) and written exactly. */
public final class Json {
    /** Greatest size of a JSON body in bytes. */
    public static final int LIMIT = 1 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(LIMIT)
                    .maxNumberLength(100)
                    .maxNameLength(200)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** @throws ProblemException 400 saying at which line and column it is no JSON, or that it is no object */
    public static ObjectNode object(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw ProblemException.badRequest(Text.of("rest.problem.json-no-object"));
        } catch (StreamConstraintsException beyond) {
            throw ProblemException.badRequest(Text.of("rest.problem.json-limits", at(beyond)));
        } catch (JsonProcessingException malformed) {
            throw ProblemException.badRequest(Text.of("rest.problem.json-malformed", at(malformed)));
        } catch (IOException malformed) {
            throw ProblemException.badRequest(Text.of("rest.problem.json-malformed", at(0, 0)));
        }
    }

    private static Text at(JsonProcessingException failure) {
        JsonLocation where = failure.getLocation();
        return where == null ? at(0, 0) : at(where.getLineNr(), where.getColumnNr());
    }

    private static Text at(int line, int column) {
        return Text.of("rest.problem.json-at", Integer.toString(line), Integer.toString(column));
    }

    public static byte[] bytes(Answer.Body body) throws IOException {
        ByteArrayBuilder out = new ByteArrayBuilder(2048);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            body.write(json);
        }
        return out.toByteArray();
    }

    public static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    /** Writes a tree. */
    public static void write(JsonGenerator json, JsonNode tree) throws IOException {
        MAPPER.writeTree(json, tree);
    }
}
