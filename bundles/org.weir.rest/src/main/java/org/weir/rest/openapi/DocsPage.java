package org.weir.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.weir.base.api.Texts;

/** The OpenAPI document as a page for people: every operation by the kind of record, with the permission it asks for. */
final class DocsPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:13.5px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%}
            td{padding:.25rem .75rem .25rem 0;border-top:1px solid color-mix(in srgb,currentColor 15%,transparent);vertical-align:top}
            td:first-child{width:4.5rem;font-weight:600}td:nth-child(2){width:45%}td:last-child{width:12rem;opacity:.7}
            code{font:12.5px ui-monospace,monospace;overflow-wrap:anywhere}
            """;

    /** What the page needs besides itself: nothing but its own style. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final Texts texts;
    private final Locale locale;

    DocsPage(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    byte[] of(ObjectNode document) {
        Map<String, String> headings = new LinkedHashMap<>();
        for (JsonNode tag : document.get("tags")) {
            headings.put(tag.get("name").asText(), tag.get("description").asText());
        }
        headings.put("weir", texts.text(locale, "rest.docs.more"));
        String title = texts.text(locale, "rest.api.title");
        StringBuilder html =
                new StringBuilder("<!doctype html>\n<html lang=\"" + escape(locale.toLanguageTag()) + "\">");
        html.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style><h1>")
                .append(escape(title))
                .append("</h1><p>")
                .append(escape(texts.text(locale, "rest.api.description")))
                .append(
                        "<p><a href=\"/developer/api\">/developer/api</a> · <a href=\"/api/openapi.json\">openapi.json</a>");
        headings.forEach((tag, heading) -> section(html, document, tag, heading));
        return html.append("</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void section(StringBuilder html, ObjectNode document, String tag, String heading) {
        html.append("<h2 id=\"")
                .append(escape(tag))
                .append("\">")
                .append(escape(heading))
                .append("</h2><table>");
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().at("/tags/0").asText().equals(tag)) {
                    row(html, operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                }
            }
        }
        html.append("</table>");
    }

    private static void row(StringBuilder html, String method, String path, JsonNode operation) {
        html.append("<tr><td>")
                .append(escape(method))
                .append("<td><code>/api")
                .append(escape(path))
                .append("</code><td>")
                .append(escape(operation.get("summary").asText()))
                .append("<td><code>")
                .append(escape(operation.get("x-permission").asText()))
                .append("</code>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
