package org.weir.rest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a resource answers: a status, headers, and nothing, JSON or a file. */
public final class Answer {
    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Body body;
    private @Nullable Path file;
    private byte @Nullable [] bytes;
    private @Nullable InputStream stream;

    private Answer(int status) {
        this.status = status;
    }

    public static Answer json(int status, Body body) {
        Answer answer = new Answer(status);
        answer.body = body;
        return answer.with("Content-Type", "application/json");
    }

    public static Answer empty(int status) {
        return new Answer(status);
    }

    /** An answer that was kept, as it was sent. @param body null for none */
    public static Answer kept(int status, Map<String, String> headers, byte @Nullable [] body) {
        Answer answer = new Answer(status);
        answer.headers.putAll(headers);
        answer.bytes = body;
        return answer;
    }

    /** A page of HTML in UTF-8. */
    public static Answer page(byte[] html) {
        Answer answer = new Answer(200);
        answer.bytes = html;
        return answer.with("Content-Type", "text/html; charset=utf-8");
    }

    /** A file to save. */
    public static Answer file(Path file, String name, String contentType) {
        Answer answer = saved(name, contentType);
        answer.file = file;
        return answer;
    }

    /** A file to save, sent and closed after Weir's code has run. @param length in bytes */
    public static Answer stream(InputStream content, long length, String name, String contentType) {
        Answer answer = saved(name, contentType);
        answer.stream = content;
        return answer.with("Content-Length", Long.toString(length));
    }

    private static Answer saved(String name, String contentType) {
        Answer answer = new Answer(200);
        String encoded = Percent.encode(name);
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return answer.with("Content-Type", contentType)
                .with("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    }

    /** Sets a header; line breaks never get in. */
    public Answer with(String header, String value) {
        headers.put(header, value.replaceAll("[\\r\\n]", " "));
        return this;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    @Nullable
    Path file() {
        return file;
    }

    @Nullable
    InputStream stream() {
        return stream;
    }

    /** The body once it is rendered, null for none and for files. */
    public byte @Nullable [] bytes() {
        return bytes;
    }

    /** Writes the body into memory, where nothing of the answer has been sent yet. */
    Answer render() throws IOException {
        if (body != null) {
            bytes = Json.bytes(body);
        }
        return this;
    }
}
