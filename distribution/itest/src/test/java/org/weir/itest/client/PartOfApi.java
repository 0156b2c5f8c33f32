package org.weir.itest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** An API's description without what does not concern one kind of record, so that a client is made in seconds. */
final class PartOfApi {
    private PartOfApi() {}

    static ObjectNode of(ObjectNode whole, String tag) {
        ObjectNode part = whole.deepCopy();
        ObjectNode paths = (ObjectNode) part.path("paths");
        for (JsonNode path : paths) {
            ((ObjectNode) path)
                    .properties()
                    .removeIf(it -> !it.getValue().at("/tags/0").asText().equals(tag));
        }
        paths.properties().removeIf(it -> it.getValue().isEmpty());
        Set<String> used = used(part);
        for (String kind : new String[] {"schemas", "responses"}) {
            ((ObjectNode) part.path("components").path(kind))
                    .properties()
                    .removeIf(it -> !used.contains("#/components/" + kind + "/" + it.getKey()));
        }
        return part;
    }

    /** Everything that the paths refer to, and what that refers to. */
    private static Set<String> used(ObjectNode document) {
        Set<String> used = new HashSet<>();
        Deque<JsonNode> left = new ArrayDeque<>();
        left.add(document.path("paths"));
        while (!left.isEmpty()) {
            for (JsonNode reference : left.pop().findValues("$ref")) {
                if (used.add(reference.asText())) {
                    left.add(document.at(reference.asText().substring(1)));
                }
            }
        }
        return used;
    }
}
