package org.weir.rest.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** Media types: what a client takes and what it sends. */
final class Negotiation {
    private Negotiation() {}

    /** @throws ProblemException 406 when the client would not take JSON */
    static void checkAccept(Incoming incoming, Route route) {
        String accept = incoming.headers("Accept");
        if (accept == null || accept.isBlank() || !route.mediaType().equals("application/json")) {
            return;
        }
        for (String range : accept.split(",")) {
            String type = range.trim().toLowerCase(Locale.ROOT);
            int semicolon = type.indexOf(';');
            String plain = semicolon < 0 ? type : type.substring(0, semicolon).trim();
            boolean refused =
                    semicolon >= 0 && type.substring(semicolon).replace(" ", "").matches(".*;q=0(\\.0*)?(;.*)?");
            if (!refused && (plain.equals("*/*") || plain.equals("application/*") || isJson(plain))) {
                return;
            }
        }
        throw new ProblemException(406, Text.of("rest.problem.not-acceptable"), List.of());
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }

    /** @throws ProblemException 415 naming what the route reads */
    static void checkContentType(Incoming incoming, Route route) {
        if (route.reads().isEmpty()) {
            return;
        }
        String type = incoming.mediaType();
        if (type.isEmpty() && !route.bodyRequired() && incoming.request().getContentLengthLong() <= 0) {
            return;
        }
        boolean known = route.reads().containsKey(type) || route.reads().containsKey("*/*") && !type.isEmpty();
        if (!known || !utf8(incoming.request().getContentType(), route)) {
            throw new ProblemException(
                    415,
                    Text.of(
                            "rest.problem.media-type",
                            String.join(", ", route.reads().keySet())),
                    List.of());
        }
    }

    private static boolean utf8(@Nullable String contentType, Route route) {
        if (contentType == null || route.takesUpload()) {
            return true;
        }
        String lower = contentType.toLowerCase(Locale.ROOT).replace("\"", "");
        int charset = lower.indexOf("charset=");
        return charset < 0 || lower.startsWith("utf-8", charset + 8);
    }
}
