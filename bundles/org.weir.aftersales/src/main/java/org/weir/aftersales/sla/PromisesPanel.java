package org.weir.aftersales.sla;

import gg.jte.Content;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.jte.StaticTemplates;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;

/** What an SLA promises, as a table: severity by what is promised. */
@Component
public final class PromisesPanel implements RecordPanel {
    private final SlaTerms terms;

    @Activate
    public PromisesPanel(
            @Reference(target = "(schema=aftersales)") Database database, @Reference WorkCalendars calendars) {
        this.terms = new SlaTerms(database, calendars);
    }

    /** @param times respond, restore, resolve; a dash for what is not promised */
    public record Promise(String severity, List<String> times) {}

    @Override
    public String type() {
        return "sla";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text title() {
        return Text.of("sla.promises");
    }

    @Override
    public String permission() {
        return "sla:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Terms its = terms.all().getOrDefault(row.id(), terms.none());
        List<Promise> promises = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            Map<Metric, Duration> promised = its.targets().get(severity);
            if (promised != null) {
                List<String> times = new ArrayList<>();
                for (Metric metric : Metric.values()) {
                    times.add(shown(visit, promised.get(metric)));
                }
                promises.add(new Promise(visit.t("record.ticket.severity." + severity.key()), times));
            }
        }
        String counts = visit.t(
                "ticket.counts",
                its.calendar().hours().toString(),
                its.calendar().zone().getId().replace('_', ' '));
        return new StaticTemplates().aftersalesSlaPromises(visit, promises, counts);
    }

    private static String shown(Visit visit, @Nullable Duration time) {
        return time == null ? "–" : visit.t(Lengths.text(time));
    }
}
