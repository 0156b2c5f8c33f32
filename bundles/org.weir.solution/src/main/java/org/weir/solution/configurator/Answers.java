package org.weir.solution.configurator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Explain;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Standing;

/** What API clients get. */
final class Answers {
    private Answers() {}

    /** By id or by name. @throws ProblemException 422 */
    static SiteType siteType(Bench bench, String idOrName) {
        return bench.siteTypes().stream()
                .filter(it -> it.id().toString().equals(idOrName) || it.name().equals(idOrName))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid("siteType", Text.of("configurator.unknown-site-type", idOrName)));
    }

    /** Where the site type stands: feature names by how they stand, quantities, and how many decisions are open. */
    static Map<String, Object> standing(Bench bench, UUID siteType) {
        Standing standing = bench.standing(siteType, bench.compiled().model().features());
        List<String> forced = new ArrayList<>();
        List<String> forbidden = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Map<String, Object> quantities = new LinkedHashMap<>();
        for (Feature feature : bench.compiled().model().features()) {
            (standing.forced(feature) ? forced : standing.forbidden(feature) ? forbidden : open).add(feature.name());
            if (standing.forced(feature) && feature.counted()) {
                quantities.put(
                        feature.name(), Map.of("least", standing.least(feature), "most", standing.most(feature)));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("siteType", siteType.toString());
        answer.put("revision", bench.revision());
        answer.put("accepted", true);
        answer.put("undecided", bench.open(siteType));
        answer.put("taken", forced);
        answer.put("leftOut", forbidden);
        answer.put("open", open);
        answer.put("quantities", quantities);
        return answer;
    }

    static Map<String, Object> conflict(Explain.Conflict conflict) {
        List<Map<String, Object>> ways = new ArrayList<>();
        for (Explain.WayOut way : conflict.ways()) {
            ways.add(Map.of(
                    "drop", way.drop().stream().map(Answers::choice).toList(),
                    "add", way.add().stream().map(Answers::choice).toList()));
        }
        return Map.of(
                "accepted",
                false,
                "possible",
                false,
                "never",
                conflict.never(),
                "because",
                conflict.choices().stream().map(Answers::choice).toList(),
                "waysOut",
                ways);
    }

    private static Map<String, Object> choice(Choice choice) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("feature", choice.feature().name());
        answer.put("taken", choice.taken());
        if (choice.value() != null) {
            answer.put("value", choice.value());
        }
        return answer;
    }
}
