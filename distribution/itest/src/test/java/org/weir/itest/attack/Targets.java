package org.weir.itest.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.weir.itest.Api;
import org.weir.itest.attack.ApiDescription.Operation;

/** Ids that are there, as one person sees them: records by type, and what stands below and beside them. */
final class Targets {
    private final Map<String, List<String>> byType = new HashMap<>();
    private final Map<String, List<String>> byPath = new HashMap<>();

    /** Of every type the first few records that this person may see. */
    static Targets seenBy(Api person, ApiDescription api, int each) throws IOException, InterruptedException {
        Targets targets = new Targets();
        for (String type : types(api)) {
            var answer = person.get("/api/" + type + "?limit=" + each);
            if (answer.statusCode() == 200) {
                List<String> ids = new ArrayList<>();
                ApiDescription.JSON
                        .readTree(answer.body())
                        .path("items")
                        .forEach(it -> ids.add(it.path("id").asText()));
                targets.byType.put(type, ids);
            }
        }
        return targets;
    }

    /** The record types: what has a list and a record below it. */
    static Set<String> types(ApiDescription api) {
        Set<String> types = new TreeSet<>();
        for (Operation it : api.operations()) {
            if (it.path().matches("/[a-z-]+/bulk")) {
                types.add(it.path().split("/")[1]);
            }
        }
        return types;
    }

    List<String> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    Targets of(String type, List<String> ids) {
        byType.put(type, ids);
        return this;
    }

    /** Ids for the variable of a path that is no record's. */
    Targets with(String path, String... ids) {
        byPath.put(path, List.of(ids));
        return this;
    }

    /** Ids out of an answer, for a path below. */
    Targets with(String path, JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(it -> ids.add(it.path("id").asText()));
        byPath.put(path, ids);
        return this;
    }

    String any(Random random) {
        List<String> types = new ArrayList<>(new TreeSet<>(byType.keySet()));
        List<String> ids = of(types.get(random.nextInt(types.size())));
        return ids.isEmpty() ? "00000000-0000-0000-0000-000000000000" : ids.get(random.nextInt(ids.size()));
    }

    String value(String path, String variable, Random random) {
        List<String> own = byPath.get(path.substring(0, path.indexOf("{" + variable + "}")));
        if (own != null && !own.isEmpty()) {
            return own.get(random.nextInt(own.size()));
        }
        List<String> ids = of(path.split("/")[1]);
        if (variable.equals("id") && !ids.isEmpty()) {
            return ids.get(random.nextInt(ids.size()));
        }
        return switch (variable) {
            case "name" -> "name";
            case "type" -> "account";
            default -> any(random);
        };
    }
}
