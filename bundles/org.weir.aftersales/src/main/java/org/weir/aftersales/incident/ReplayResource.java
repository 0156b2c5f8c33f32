package org.weir.aftersales.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Resource;

/** {@code GET /api/incidents/replay}: our clocks beside the recorded verdicts. */
@Component
public final class ReplayResource implements Resource {
    private final CompareReplay compare;

    @Activate
    public ReplayResource(@Reference CompareReplay compare) {
        this.compare = compare;
    }

    @Override
    public String path() {
        return "/incidents/replay";
    }

    @Override
    public String name() {
        return "readIncidentReplay";
    }

    @Override
    public Text summary() {
        return Text.of("incident.replay-summary");
    }

    @Override
    public String permission() {
        return "incident-event:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        Comparison comparison = compare.compare(ask.actor());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("pausing", table(comparison.pausing()));
        answer.put("waiting", table(comparison.waiting()));
        List<Map<String, Object>> differences = comparison.differences().stream()
                .map(it -> Map.<String, Object>of(
                        "ticket", it.ours().ticket(),
                        "recordedMade", it.recordedMade(),
                        "made", it.ours().made()))
                .toList();
        answer.put("differences", differences);
        return answer;
    }

    private static Map<String, Object> table(Comparison.Table table) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("bothMade", table.bothMade());
        counts.put("onlyRecordedMade", table.onlyTheyMade());
        counts.put("onlyReckonedMade", table.onlyWeMade());
        counts.put("bothMissed", table.bothMissed());
        return counts;
    }
}
