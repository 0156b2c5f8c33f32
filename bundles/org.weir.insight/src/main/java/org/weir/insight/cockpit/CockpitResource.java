package org.weir.insight.cockpit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.api.Resource;
import org.weir.web.api.Visit;
import org.weir.web.api.Visits;

/** {@code GET /api/cockpit/ACCOUNT}: the figures of the account cockpit. */
@Component
public final class CockpitResource implements Resource {
    private final Cockpit cockpit;
    private final Records records;
    private final Visits visits;

    @Activate
    public CockpitResource(@Reference Cockpit cockpit, @Reference Records records, @Reference Visits visits) {
        this.cockpit = cockpit;
        this.records = records;
        this.visits = visits;
    }

    @Override
    public String path() {
        return "/cockpit/{account}";
    }

    @Override
    public String name() {
        return "readCockpit";
    }

    @Override
    public Text summary() {
        return Text.of("insight.cockpit.summary");
    }

    @Override
    public String permission() {
        return "account:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        Row account = records.read(ask.actor(), "account", ask.pathId("account"));
        Visit visit = visits.of(ask.actor());
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Cockpit.Shown shown : cockpit.figures(visit, account)) {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("label", shown.label());
            figure.put("value", shown.value());
            figure.put("note", shown.note());
            figure.put("tone", shown.tone());
            if (!shown.href().isEmpty()) {
                figure.put("href", shown.href());
            }
            figures.add(figure);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("account", account.id());
        answer.put("figures", figures);
        return answer;
    }
}
