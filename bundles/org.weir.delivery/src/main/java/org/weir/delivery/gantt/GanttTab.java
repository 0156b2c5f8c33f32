package org.weir.delivery.gantt;

import gg.jte.Content;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.records.api.Row;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** The plan on the project's own page. */
@Component
public final class GanttTab implements RecordTab {
    @Override
    public String type() {
        return DeliveryTypes.PROJECT;
    }

    @Override
    public String name() {
        return "gantt";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text label() {
        return Text.of("gantt.plan");
    }

    @Override
    public String permission() {
        return "project:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Look look = new Look(
                "",
                "/api/project/" + row.id() + "/plan",
                "",
                "/r/task?filter=project==" + row.id() + "&sort=plannedStart");
        return new StaticTemplates().ganttChart(visit, look);
    }
}
