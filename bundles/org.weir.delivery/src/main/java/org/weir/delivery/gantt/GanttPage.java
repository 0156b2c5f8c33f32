package org.weir.delivery.gantt;

import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** The plan of one project as a picture. */
@Component
public final class GanttPage implements Page {
    private final Records records;

    @Activate
    public GanttPage(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String path() {
        return "/projects/{id}/gantt";
    }

    @Override
    public String permission() {
        return "project:read";
    }

    @Override
    public Reply get(Visit visit) {
        Row project = records.read(visit.actor(), DeliveryTypes.PROJECT, visit.pathId("id"));
        String title = Objects.requireNonNullElse(project.text("title"), "");
        String place = "/r/project/" + project.id();
        Look look = new Look(
                title,
                "/api/project/" + project.id() + "/plan",
                place,
                "/r/task?filter=project==" + project.id() + "&sort=plannedStart");
        return new Reply.Show(
                Text.of("gantt.plan"),
                List.of(
                        new Reply.Crumb(Text.of("record.project.many"), "/r/project"),
                        new Reply.Crumb(Text.of("web.as-is", title), place)),
                new StaticTemplates().ganttPage(visit, look));
    }
}
