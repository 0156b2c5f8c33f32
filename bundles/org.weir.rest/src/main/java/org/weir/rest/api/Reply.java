package org.weir.rest.api;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an {@link Operation} answers: a status, headers, and nothing, JSON or a file to save. */
public final class Reply {
    /**
     * A file that is streamed to the receiver after the call, when the operation's own code runs no more; it is closed for
     * the operation. Always sent as something to save, which an {@code img} shows nevertheless.
     *
     * @param type its media type
     * @param length in bytes
     */
    public record Download(String name, String type, long length, InputStream content) {}

    private final int status;
    private final @Nullable Object json;
    private final @Nullable Download download;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Reply(int status, @Nullable Object json, @Nullable Download download) {
        this.status = status;
        this.json = json;
        this.download = download;
    }

    /**
     * Strings, numbers, booleans, enums, dates and instants, UUIDs, texts, lists, maps and Java records of them; a list is
     * wrapped as {@code {"items": […]}}.
     */
    public static Reply json(int status, Object value) {
        return new Reply(status, value, null);
    }

    public static Reply json(Object value) {
        return json(200, value);
    }

    /** 204. */
    public static Reply nothing() {
        return new Reply(204, null, null);
    }

    public static Reply file(Download download) {
        return new Reply(200, null, download);
    }

    public Reply with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public int status() {
        return status;
    }

    public @Nullable Object json() {
        return json;
    }

    public @Nullable Download download() {
        return download;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
