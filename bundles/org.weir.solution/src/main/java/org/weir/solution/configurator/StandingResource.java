package org.weir.solution.configurator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Resource;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.Configure;
import org.weir.solution.configuration.SiteType;

/**
 * {@code GET /api/configurations/{id}/standing}: the revision that changes are based on, and of every site type what is
 * taken, left out and open.
 */
@Component
public final class StandingResource implements Resource {
    private final Configure configure;

    @Activate
    public StandingResource(@Reference Configure configure) {
        this.configure = configure;
    }

    @Override
    public String path() {
        return "/configurations/{id}/standing";
    }

    @Override
    public String name() {
        return "readStanding";
    }

    @Override
    public Text summary() {
        return Text.of("configurator.api.standing");
    }

    @Override
    public String permission() {
        return "configuration:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        Bench bench = configure.open(ask.actor(), ask.pathId("id"));
        List<Map<String, Object>> types =
                bench.siteTypes().stream().map(it -> of(bench, it)).toList();
        return Map.of("id", bench.row().id(), "revision", bench.revision(), "siteTypes", types);
    }

    private static Map<String, Object> of(Bench bench, SiteType type) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", type.name());
        answer.put("sites", type.count());
        answer.put("siteRecords", type.sites());
        answer.putAll(Answers.standing(bench, type.id()));
        answer.remove("revision");
        answer.remove("accepted");
        return answer;
    }
}
