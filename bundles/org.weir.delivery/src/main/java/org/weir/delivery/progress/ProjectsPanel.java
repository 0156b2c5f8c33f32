package org.weir.delivery.progress;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.delivery.reading.Days;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

/** The projects of the customer with their progress against the baseline, those that are running first. */
@Component
public final class ProjectsPanel implements CockpitPanel {
    private static final int SHOWN = 8;

    private static final Measure NOTHING = new Measure(0, 0, 0);

    private final Records records;
    private final ProgressStore store;

    @Activate
    public ProjectsPanel(@Reference Records records, @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.store = new ProgressStore(database);
    }

    /** @param note forecast or state; {@code tone} plain, good, warn, bad */
    public record Line(String id, String title, String number, int actual, int planned, String note, String tone) {}

    @Override
    public int order() {
        return 500;
    }

    @Override
    public boolean side() {
        return false;
    }

    @Override
    public Text title() {
        return Text.of("record.project.many");
    }

    @Override
    public String permission() {
        return "project:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        LocalDate today = LocalDate.now(visit.actor().zone());
        Days days = new Days(visit.locale(), today);
        Query query = Query.all(DeliveryTypes.PROJECT)
                .where(Filter.eq("account", account.id()))
                .limit(SHOWN);
        List<Line> lines = new ArrayList<>();
        List<Row> projects = records.list(visit.actor(), query).rows();
        Map<UUID, Measure> measures =
                store.measures(projects.stream().map(Row::id).toList(), today);
        for (Row row : projects) {
            lines.add(line(visit, row, measures.getOrDefault(row.id(), NOTHING), days));
        }
        return new StaticTemplates().deliveryProgressProjects(visit, lines);
    }

    private static Line line(Visit visit, Row row, Measure measure, Days days) {
        LocalDate forecast = Reading.date(row, "forecast");
        LocalDate baseline = Reading.date(row, "baselineFinish");
        boolean open = "planned".equals(row.text("state")) || "running".equals(row.text("state"));
        boolean behind = open && forecast != null && baseline != null && forecast.isAfter(baseline);
        String note = open && forecast != null
                ? visit.t("delivery.panel.forecast", days.day(forecast))
                : visit.t("record.project.state." + row.text("state"));
        return new Line(
                row.id().toString(),
                Reading.text(row, "title"),
                Objects.requireNonNullElse(row.text("number"), ""),
                measure.actual(),
                measure.planned(),
                note,
                behind ? "bad" : open ? "info" : "good");
    }
}
